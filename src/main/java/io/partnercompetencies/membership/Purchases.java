package io.partnercompetencies.membership;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.competency.Evaluations;
import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sells subscriptions, under the lock of the organisation and by what is met at that moment (M1–M4). */
@Singleton
class Purchases {

    private final Database database;
    private final Standings standings;
    private final Evaluations evaluations;
    private final SubscriptionRepository subscriptions;
    private final HeldLevelRepository levels;
    private final Reasons reasons;
    private final Audit audit;
    private final Period term;

    Purchases(
            Database database,
            Standings standings,
            Evaluations evaluations,
            SubscriptionRepository subscriptions,
            HeldLevelRepository levels,
            Reasons reasons,
            Audit audit,
            @ConfigProperty(name = "competencies.membership.term") Period term) {
        this.database = database;
        this.standings = standings;
        this.evaluations = evaluations;
        this.subscriptions = subscriptions;
        this.levels = levels;
        this.reasons = reasons;
        this.audit = audit;
        this.term = term;
    }

    /** @param language of the refusal's sentences */
    Uni<SubscriptionView> buy(UUID organizationId, Level level, Instant now, Language language) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return database.transaction(() -> standings
                .lock(List.of(organizationId))
                .invoke(locked -> {
                    if (locked.isEmpty()) {
                        throw Refusal.notFound();
                    }
                })
                .chain(() -> evaluations.judge(Change.of(organizationId, now)))
                .chain(judgement -> subscriptions
                        .running(List.of(organizationId))
                        .map(running -> running.isEmpty() ? null : running.get(0))
                        .chain(running -> {
                            var purchase = Purchase.of(level, running, today);
                            mustBeEligible(level, judgement, language);
                            return end(running, purchase, now).chain(() -> begin(organizationId, level, purchase, now));
                        }))
                .call(() -> evaluations.judge(Change.of(organizationId, now)))
                .map(bought -> bought.view(today))
                .call(bought -> audit.record(
                        event(organizationId, OperationType.CREATE, bought.id()).to(bought))));
    }

    private void mustBeEligible(Level level, Judgement judgement, Language language) {
        var eligibility = Eligibility.of(level, judgement.statuses());
        if (!eligibility.isEligible()) {
            var refusal = new Refusal(
                    Code.NOT_ELIGIBLE,
                    "A " + level + " subscription can be bought once one competency meets " + level + "; none does.");
            eligibility
                    .nearest()
                    .map(nearest -> reasons.shortfall(nearest, judgement.at(), language))
                    .ifPresent(shortfall -> refusal.with("shortfall", shortfall)
                            .in(language.forMessages().tag()));
            throw refusal;
        }
    }

    private static AuditEvent event(UUID organizationId, OperationType what, UUID subscriptionId) {
        return AuditEvent.of(organizationId, what, ResourceType.SUBSCRIPTION, subscriptionId);
    }

    private Uni<Void> end(SubscriptionEntity running, Purchase purchase, Instant now) {
        if (running == null) {
            return Uni.createFrom().voidItem();
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var before = running.view(today);
        running.end(purchase.endsAs(), today);
        return subscriptions
                .flush()
                .chain(() -> audit.record(event(running.organizationId, OperationType.UPDATE, running.id)
                        .from(before)
                        .to(running.view(today))))
                .chain(() -> purchase == Purchase.STEP_DOWN
                        ? levels.endAll(running.organizationId, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<SubscriptionEntity> begin(UUID organizationId, Level level, Purchase purchase, Instant now) {
        var bought = Term.starting(level, LocalDate.ofInstant(now, ZoneOffset.UTC), term);
        var subscription = new SubscriptionEntity();
        subscription.organizationId = organizationId;
        subscription.id = database.newId();
        subscription.level = level;
        subscription.status = SubscriptionStatus.ACTIVE;
        subscription.startsOn = bought.startsOn();
        subscription.expiresOn = bought.expiresOn();
        subscription.boughtAt = now;
        subscription.upgradeDiscountPercent = purchase.discountPercent();
        return subscriptions.persistAndFlush(subscription);
    }
}
