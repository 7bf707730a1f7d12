package io.partnercompetencies.achievement;

import io.partnercompetencies.account.AccountService;
import io.partnercompetencies.account.Association;
import io.partnercompetencies.account.MicrosoftAccount;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.rules.SyncDelay;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records what the learning provider reports. Only appends and marks (S2): nothing is evaluated here, the organisations
 * concerned are looked at by the next pass.
 */
@Singleton
class Reports {

    private final Database database;
    private final AccountService accounts;
    private final AchievementRepository achievements;
    private final CreditRepository credits;
    private final Standings standings;
    private final SyncDelay delay;
    private final ReportsAudited audited;

    Reports(
            Database database,
            AccountService accounts,
            AchievementRepository achievements,
            CreditRepository credits,
            Standings standings,
            SyncDelay delay,
            ReportsAudited audited) {
        this.database = database;
        this.accounts = accounts;
        this.achievements = achievements;
        this.credits = credits;
        this.standings = standings;
        this.delay = delay;
        this.audited = audited;
    }

    /** @param reports possible ones, see {@link ReportCheck}; the answers come in their order */
    Uni<List<Reported>> record(List<NewAchievement> reports, Instant now) {
        var emails = reports.stream().map(NewAchievement::account).collect(Collectors.toSet());
        return reports.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.transaction(() -> accounts.lockOrCreate(emails)
                        .chain(locked -> plan(reports, locked, now).call(plan -> write(plan, locked, now)))
                        .map(ReportPlan::answers));
    }

    private Uni<ReportPlan> plan(List<NewAchievement> reports, Map<String, MicrosoftAccount> locked, Instant now) {
        var identities = reports.stream()
                .map(report -> ReportPlan.identity(report, locked.get(report.account())))
                .collect(Collectors.toSet());
        return achievements.known(identities).map(known -> {
            var plan = new ReportPlan(known, now, database::newId);
            reports.forEach(report -> plan.add(report, locked.get(report.account())));
            return plan;
        });
    }

    private Uni<Void> write(ReportPlan plan, Map<String, MicrosoftAccount> locked, Instant now) {
        var byId = locked.values().stream().distinct().collect(Collectors.toMap(MicrosoftAccount::id, one -> one));
        return achievements
                .insert(plan.inserts())
                .chain(() -> achievements.update(revised(plan)))
                .chain(() -> standings.mark(concerned(plan, byId), now))
                .chain(() -> accounts.running(byId.values()))
                .chain(running -> credits.insert(newCredits(plan.inserts(), running)))
                .chain(() -> credits.update(newExpiries(plan.updates(), byId), now))
                .chain(() -> audited.record(plan, byId));
    }

    private List<NewCredit> newCredits(List<Achievement> inserts, List<Association> running) {
        var byAccount = running.stream().collect(Collectors.groupingBy(Association::accountId));
        return inserts.stream()
                .flatMap(achievement -> byAccount.getOrDefault(achievement.accountId(), List.of()).stream()
                        .map(association -> NewCredit.of(association, achievement, delay)))
                .toList();
    }

    private static List<Revised> revised(ReportPlan plan) {
        return plan.updates().stream().map(Revised::of).toList();
    }

    private static List<NewExpiry> newExpiries(List<Achievement> updates, Map<UUID, MicrosoftAccount> accounts) {
        return updates.stream()
                .map(update ->
                        new NewExpiry(accounts.get(update.accountId()).holderOrganizationId(), Revised.of(update)))
                .filter(update -> update.organizationId() != null)
                .toList();
    }

    private static List<UUID> concerned(ReportPlan plan, Map<UUID, MicrosoftAccount> accounts) {
        return Stream.concat(plan.inserts().stream(), plan.updates().stream())
                .map(achievement -> accounts.get(achievement.accountId()).holderOrganizationId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
