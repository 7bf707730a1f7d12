package io.partnercompetencies.achievement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.partnercompetencies.account.AccountService;
import io.partnercompetencies.account.Association;
import io.partnercompetencies.account.MicrosoftAccount;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.rules.SyncDelay;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Does for the next rows of an import what {@link Reports} does for a batch, in the caller's transaction: a row and what
 * became of it are stored together or not at all. Accounts are locked first, then organisations (S2).
 */
@Singleton
class ImportBatch {

    private static final String GAVE_UP = "The row was not processed within 24 hours. Send it again.";

    private static final String FAILED = "The row could not be recorded. Send it again later.";

    private final AccountService accounts;
    private final AchievementImportRepository imports;
    private final StagedReportRepository rows;
    private final AchievementRepository achievements;
    private final CreditRepository credits;
    private final Standings standings;
    private final SyncDelay delay;
    private final int size;

    ImportBatch(
            AccountService accounts,
            AchievementImportRepository imports,
            StagedReportRepository rows,
            AchievementRepository achievements,
            CreditRepository credits,
            Standings standings,
            SyncDelay delay,
            @ConfigProperty(name = "competencies.achievement-imports.batch-size") int size) {
        this.accounts = accounts;
        this.imports = imports;
        this.rows = rows;
        this.achievements = achievements;
        this.credits = credits;
        this.standings = standings;
        this.delay = delay;
        this.size = size;
    }

    Uni<Void> process(RunningReports work, ImportTurn turn, Instant now) {
        int most = turn.mostRows(size);
        return rows.next(turn, most)
                .chain(found -> found.isEmpty()
                        ? imports.advance(turn.slice(turn.toHash(), 0, true), 0, 0, 0)
                        : work.gaveUp()
                                ? refuse(slice(turn, found, most), GAVE_UP)
                                : record(slice(turn, found, most), emails(found), now));
    }

    /** Gives up the next row, which cannot be stored, so that those behind it have their turn. */
    Uni<Void> skip(ImportTurn turn) {
        return rows.next(turn, 1)
                .chain(found -> found.isEmpty() ? Uni.createFrom().voidItem() : refuse(slice(turn, found, 1), FAILED));
    }

    private static ReportSlice slice(ImportTurn turn, List<Row> found, int most) {
        int toHash =
                found.stream().mapToInt(row -> row.getInteger("hash")).max().orElseThrow();
        int toRow = found.stream()
                .filter(row -> row.getInteger("hash") == toHash)
                .mapToInt(row -> row.getInteger("last_row"))
                .max()
                .orElseThrow();
        int sum = found.stream().mapToInt(row -> row.getInteger("rows")).sum();
        return turn.slice(toHash, toRow, sum < most);
    }

    private static Set<String> emails(List<Row> found) {
        return found.stream().map(row -> row.getString("account")).collect(toSet());
    }

    private Uni<Void> refuse(ReportSlice slice, String error) {
        return rows.refuseAll(slice, error).chain(refused -> imports.advance(slice, 0, 0, refused));
    }

    private Uni<Void> record(ReportSlice slice, Set<String> emails, Instant now) {
        return accounts.lockOrCreate(emails)
                .chain(locked -> rows.record(slice, ids(locked), now)
                        .call(judged -> write(slice, judged, locked, now))
                        .chain(judged -> advance(slice, judged)));
    }

    private static Map<String, UUID> ids(Map<String, MicrosoftAccount> locked) {
        return locked.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().id()));
    }

    private Uni<Void> write(
            ReportSlice slice, List<JudgedAccount> judged, Map<String, MicrosoftAccount> locked, Instant now) {
        var byId = locked.values().stream().distinct().collect(toMap(MicrosoftAccount::id, one -> one));
        var revised = judged.stream().flatMap(one -> one.revised().stream()).toList();
        var revoked = judged.stream().flatMap(one -> one.revoked().stream()).toList();
        var enriched = judged.stream()
                .filter(one -> one.created() > 0)
                .map(one -> byId.get(one.accountId()))
                .toList();
        return rows.refuse(slice, revoked, ReportPlan.REVOKED)
                .chain(() -> achievements.update(revised))
                .chain(() -> standings.mark(concerned(judged, byId), now))
                .chain(() -> accounts.running(enriched))
                .chain(running -> rows.credit(slice, brings(locked, running), delay))
                .chain(() -> credits.update(newExpiries(revised, byId), now));
    }

    private static List<Map.Entry<String, Association>> brings(
            Map<String, MicrosoftAccount> locked, List<Association> running) {
        var byAccount = running.stream().collect(groupingBy(Association::accountId));
        return locked.entrySet().stream()
                .flatMap(entry -> byAccount.getOrDefault(entry.getValue().id(), List.of()).stream()
                        .map(association -> Map.entry(entry.getKey(), association)))
                .toList();
    }

    private static List<UUID> concerned(List<JudgedAccount> judged, Map<UUID, MicrosoftAccount> accounts) {
        return judged.stream()
                .filter(JudgedAccount::isChanged)
                .map(one -> accounts.get(one.accountId()).holderOrganizationId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<NewExpiry> newExpiries(List<Revised> revised, Map<UUID, MicrosoftAccount> accounts) {
        return revised.stream()
                .map(one -> new NewExpiry(accounts.get(one.accountId()).holderOrganizationId(), one))
                .filter(one -> one.organizationId() != null)
                .toList();
    }

    private Uni<Void> advance(ReportSlice slice, List<JudgedAccount> judged) {
        return imports.advance(
                slice,
                judged.stream().mapToInt(JudgedAccount::created).sum(),
                judged.stream().mapToInt(JudgedAccount::existing).sum(),
                judged.stream().mapToInt(one -> one.revoked().size()).sum());
    }
}
