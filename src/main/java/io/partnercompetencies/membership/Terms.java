package io.partnercompetencies.membership;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Begins and ends terms in the caller's transaction, and audits it. */
@Singleton
class Terms {

    private final Database database;
    private final SubscriptionRepository subscriptions;
    private final Audit audit;

    Terms(Database database, SubscriptionRepository subscriptions, Audit audit) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.audit = audit;
    }

    Uni<Void> end(SubscriptionEntity running, SubscriptionStatus how, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var before = running.view(today);
        running.end(how, today);
        return subscriptions
                .flush()
                .chain(() -> audit.record(
                        event(running, OperationType.UPDATE).from(before).to(running.view(today))));
    }

    /** @param discountPercent null where it begins without one */
    Uni<SubscriptionView> begin(UUID organizationId, Term term, Integer discountPercent, Instant now) {
        var sold = new SubscriptionEntity();
        sold.organizationId = organizationId;
        sold.id = database.newId();
        sold.level = term.level();
        sold.status = SubscriptionStatus.ACTIVE;
        sold.startsOn = term.startsOn();
        sold.expiresOn = term.expiresOn();
        sold.renewalDays = term.window().getDays();
        sold.boughtAt = now;
        sold.upgradeDiscountPercent = discountPercent;
        var view = sold.view(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return subscriptions
                .persistAndFlush(sold)
                .chain(() -> audit.record(event(sold, OperationType.CREATE).to(view)))
                .replaceWith(view);
    }

    private static AuditEvent event(SubscriptionEntity subscription, OperationType what) {
        return AuditEvent.of(subscription.organizationId, what, ResourceType.SUBSCRIPTION, subscription.id);
    }
}
