package io.partnercompetencies.membership;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.membership.MembershipChanged.Cause;
import io.partnercompetencies.organization.PartnerEvents;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Begins and ends terms in the caller's transaction, audits it and tells of it. */
@Singleton
class Terms {

    private final Database database;
    private final SubscriptionRepository subscriptions;
    private final Audit audit;
    private final PartnerEvents events;

    Terms(Database database, SubscriptionRepository subscriptions, Audit audit, PartnerEvents events) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.audit = audit;
        this.events = events;
    }

    Uni<Void> end(SubscriptionEntity running, SubscriptionStatus how, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var before = running.view(today);
        running.end(how, today);
        var ended = running.view(today);
        return subscriptions
                .flush()
                .chain(() -> audit.record(
                        event(running, OperationType.UPDATE).from(before).to(ended)))
                .chain(() -> tell(running.organizationId, ended, Cause.ofEnd(how), now));
    }

    /** @param discountPercent null where it begins without one */
    Uni<SubscriptionView> begin(UUID organizationId, Term term, Integer discountPercent, Cause cause, Instant now) {
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
                .chain(() -> tell(organizationId, view, cause, now))
                .replaceWith(view);
    }

    private Uni<Void> tell(UUID organizationId, SubscriptionView term, Cause cause, Instant at) {
        return events.tell(List.of(MembershipChanged.event(organizationId, term, cause, at)));
    }

    private static AuditEvent event(SubscriptionEntity subscription, OperationType what) {
        return AuditEvent.of(subscription.organizationId, what, ResourceType.SUBSCRIPTION, subscription.id);
    }
}
