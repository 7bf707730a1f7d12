package io.partnercompetencies.achievement;

import io.partnercompetencies.account.AccountService;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Takes reports of achievements, shows them, revokes them. */
@Singleton
public class AchievementService {

    private final ReportCheck check;
    private final Reports reports;
    private final AccountService accounts;
    private final AchievementRepository achievements;
    private final Clock clock;

    AchievementService(
            ReportCheck check,
            Reports reports,
            AccountService accounts,
            AchievementRepository achievements,
            Clock clock) {
        this.check = check;
        this.reports = reports;
        this.accounts = accounts;
        this.achievements = achievements;
        this.clock = clock;
    }

    /** Each report on its own: an impossible one does not keep the others out. Answers come in the order of the reports. */
    public Uni<List<Reported>> record(List<NewAchievement> sent) {
        return recordAt(sent, clock.instant());
    }

    public Uni<List<Reported>> recordAt(List<NewAchievement> sent, Instant now) {
        var answers = new ArrayList<Reported>();
        var possible = new ArrayList<NewAchievement>();
        for (var report : sent) {
            var refusal = check.refusal(report, now);
            answers.add(refusal.map(Reported::refused).orElse(null));
            if (refusal.isEmpty()) {
                possible.add(kept(report));
            }
        }
        return reports.record(possible, now).map(recorded -> {
            var next = recorded.iterator();
            answers.replaceAll(answer -> answer == null ? next.next() : answer);
            return answers;
        });
    }

    /** As PostgreSQL keeps it, in microseconds: what is compared later must be what was stored. */
    private static NewAchievement kept(NewAchievement report) {
        return new NewAchievement(
                report.account(),
                report.type(),
                report.credential(),
                report.achievedAt().truncatedTo(ChronoUnit.MICROS),
                report.expiresAt() == null ? null : report.expiresAt().truncatedTo(ChronoUnit.MICROS),
                report.source());
    }

    public Uni<Found<AchievementView>> page(String account, Page page) {
        return accounts.find(account)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Found<AchievementView>(0, List.of()))
                        : achievements
                                .page(found.get(0).id(), page)
                                .map(rows -> new Found<>(
                                        rows.total(),
                                        rows.rows().stream()
                                                .map(row ->
                                                        row.view(found.get(0).email()))
                                                .toList())));
    }
}
