package io.partnercompetencies.achievement;

import io.partnercompetencies.account.Association;
import io.partnercompetencies.account.AssociationsChanged;
import io.partnercompetencies.account.EndCause;
import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.rules.SyncDelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Gives an organisation what an association brings, and takes it when the association ends. */
@ApplicationScoped
class Credits implements AssociationsChanged {

    private final AchievementRepository achievements;
    private final CreditRepository credits;
    private final Standings standings;
    private final SyncDelay delay;

    Credits(AchievementRepository achievements, CreditRepository credits, Standings standings, SyncDelay delay) {
        this.achievements = achievements;
        this.credits = credits;
        this.standings = standings;
        this.delay = delay;
    }

    @Override
    public Uni<Void> started(Association association) {
        return achievements
                .of(association.accountId())
                .map(earned -> earned.stream()
                        .map(achievement -> NewCredit.of(association, achievement, delay))
                        .toList())
                .chain(credits::insert)
                .chain(() -> standings.mark(List.of(association.organizationId()), association.associatedAt()));
    }

    @Override
    public Uni<List<Loss>> ended(List<Association> associations, EndCause cause, Instant now) {
        return credits.end(associations, cause, now);
    }
}
