package io.partnercompetencies.achievement;

import io.partnercompetencies.account.AccountService;
import io.partnercompetencies.account.MicrosoftAccount;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.OrganizationChanged;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Revokes an achievement; the organisation that has it loses it at once (T3). */
@Singleton
class Revocation {

    private final Database database;
    private final AccountService accounts;
    private final AchievementRepository achievements;
    private final CreditRepository credits;
    private final Standings standings;
    private final OrganizationChanged changed;
    private final ReportsAudited audited;
    private final Clock clock;

    Revocation(
            Database database,
            AccountService accounts,
            AchievementRepository achievements,
            CreditRepository credits,
            Standings standings,
            OrganizationChanged changed,
            ReportsAudited audited,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.achievements = achievements;
        this.credits = credits;
        this.standings = standings;
        this.changed = changed;
        this.audited = audited;
        this.clock = clock;
    }

    /** One that is revoked already stays as it is. */
    Uni<Void> revoke(UUID achievementId) {
        var now = clock.instant();
        return database.transaction(() -> achievements
                .accountOf(achievementId)
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound))
                .chain(accounts::lock)
                .map(locked -> locked.get(0))
                .chain(account -> achievements
                        .revoke(account.id(), achievementId, now)
                        .chain(revoked ->
                                revoked == 0 ? Uni.createFrom().voidItem() : takeAway(account, achievementId, now))));
    }

    private Uni<Void> takeAway(MicrosoftAccount account, UUID achievementId, Instant now) {
        var taken = account.holderOrganizationId() == null
                ? Uni.createFrom().voidItem()
                : takeFrom(account, achievementId, now);
        return taken.chain(() -> audited.revoked(account, achievementId, now));
    }

    private Uni<Void> takeFrom(MicrosoftAccount account, UUID achievementId, Instant now) {
        var organizationId = account.holderOrganizationId();
        return standings
                .lock(List.of(organizationId))
                .chain(() -> credits.revoke(organizationId, achievementId, now))
                .chain(losses -> changed.on(Change.of(organizationId, now, losses)));
    }
}
