package io.partnercompetencies.membership;

import io.partnercompetencies.competency.Evaluations;
import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MembershipYear;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Sells subscriptions, under the lock of the organisation and by what is met at that moment (M1, M2, M4). */
@Singleton
class Purchases {

    private final Database database;
    private final Standings standings;
    private final Evaluations evaluations;
    private final SubscriptionRepository subscriptions;
    private final HeldLevelRepository levels;
    private final Terms terms;
    private final Unmet unmet;
    private final MembershipYear year;

    Purchases(
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
    Uni<SubscriptionView> buy(UUID organizationId, Level level, Instant now, Language language) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return database.transaction(() -> standings
                .lockKnown(organizationId)
                .chain(() -> evaluations.judge(Change.of(organizationId, now)))
                .chain(judgement -> subscriptions
                        .running(List.of(organizationId))
                        .map(running -> running.isEmpty() ? null : running.get(0))
                        .chain(running -> {
                            var purchase = Purchase.of(level, running, today);
                            mustBeEligible(level, judgement, language);
                            return end(running, purchase, now, judgement.at())
                                    .chain(() -> terms.begin(
                                            organizationId,
                                            Term.starting(level, today, year),
                                            purchase.discountPercent(),
                                            MembershipChanged.Cause.PURCHASE,
                                            now));
                        }))
                .call(() -> evaluations.judge(Change.of(organizationId, now))));
    }

    private void mustBeEligible(Level level, Judgement judgement, Language language) {
        var eligibility = Eligibility.of(level, judgement.statuses());
        if (!eligibility.isEligible()) {
            throw unmet.refusal(
                    Code.NOT_ELIGIBLE,
                    "A " + level + " subscription can be bought once one competency meets " + level + "; none does.",
                    eligibility,
                    judgement.at(),
                    language);
        }
    }

    /** @param judgedAt never earlier than now, and than any level is held since */
    private Uni<Void> end(SubscriptionEntity running, Purchase purchase, Instant now, Instant judgedAt) {
        if (running == null) {
            return Uni.createFrom().voidItem();
        }
        return terms.end(running, purchase.endsAs(), now)
                .chain(() -> purchase == Purchase.STEP_DOWN
                        ? levels.endAll(running.organizationId, judgedAt)
                        : Uni.createFrom().voidItem());
    }
}
