package io.partnercompetencies.membership;

import io.partnercompetencies.competency.Evaluations;
import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.MembershipYear;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Renews terms, under the lock of the organisation and by what is met at that moment (M3). What is held and not met then
 * is lost; the rest is held on.
 */
@Singleton
class Renewals {

    private final Database database;
    private final Standings standings;
    private final Evaluations evaluations;
    private final SubscriptionRepository subscriptions;
    private final HeldLevelRepository levels;
    private final Terms terms;
    private final Unmet unmet;
    private final MembershipYear year;

    Renewals(
            Database database,
            Standings standings,
            Evaluations evaluations,
            SubscriptionRepository subscriptions,
            HeldLevelRepository levels,
            Terms terms,
            Unmet unmet,
            MembershipYear year) {
        this.database = database;
        this.standings = standings;
        this.evaluations = evaluations;
        this.subscriptions = subscriptions;
        this.levels = levels;
        this.terms = terms;
        this.unmet = unmet;
        this.year = year;
    }

    /** @param language of the refusal's sentences */
    Uni<SubscriptionView> renew(UUID organizationId, UUID subscriptionId, Instant now, Language language) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return database.transaction(() -> standings
                .lockKnown(organizationId)
                .chain(() -> subscriptions.findById(new SubscriptionEntity.Key(organizationId, subscriptionId)))
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound)
                .invoke(old -> Renewal.mustBePossible(old, today))
                .chain(old -> evaluations
                        .judge(Change.of(organizationId, now))
                        .invoke(judgement -> mustBeMet(old, judgement, language))
                        .chain(judgement -> loseUnmet(organizationId, judgement))
                        .chain(() -> terms.end(old, SubscriptionStatus.RENEWED, now))
                        .chain(() -> terms.begin(
                                organizationId, old.term().renewed(year), null, MembershipChanged.Cause.RENEWAL, now)))
                .call(() -> evaluations.judge(Change.of(organizationId, now))));
    }

    private void mustBeMet(SubscriptionEntity old, Judgement judgement, Language language) {
        var eligibility = Eligibility.of(old.level, judgement.statuses());
        if (!eligibility.isEligible()) {
            var alternative = Eligibility.alternative(old.level, judgement.statuses());
            var refusal = unmet.refusal(
                    Code.RENEWAL_LEVEL_NOT_MET,
                    Renewal.notMet(old, alternative),
                    eligibility,
                    judgement.at(),
                    language);
            alternative.ifPresent(level -> refusal.with("alternative", level));
            throw refusal;
        }
    }

    private Uni<Void> loseUnmet(UUID organizationId, Judgement judgement) {
        var met = Consequences.met(judgement);
        return levels.held(organizationId)
                .chain(held -> levels.end(held.stream()
                        .filter(level -> !met.contains(level))
                        .map(level -> new HeldLevelRepository.At(organizationId, level, judgement.at()))
                        .toList()));
    }
}
