package io.partnercompetencies.account;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.rules.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Singleton
class AssociationRepository {

    private static final String RUNNING =
            "select organization_id, id, user_id, account_id, kind, associated_at from association where ended_at is null ";

    private static final String VIEW = """
            select a.id, a.user_id, case when a.account_erased then '(erased)' else m.email end as email, a.kind, a.associated_at, a.counts_from, a.moved, a.ended_at
            from association a join microsoft_account m on m.id = a.account_id
            where a.organization_id = $1 and a.user_id = $2""";

    private final Database database;

    AssociationRepository(Database database) {
        this.database = database;
    }

    Uni<List<Association>> runningOf(UUID organizationId, UUID userId) {
        return database.rows(RUNNING + "and organization_id = $1 and user_id = $2 order by id", organizationId, userId)
                .map(AssociationRepository::associations);
    }

    /** The running associations of accounts that the transaction has locked. */
    Uni<List<Association>> runningOf(Collection<MicrosoftAccount> accounts) {
        var held = accounts.stream()
                .filter(account -> account.holderUserId() != null)
                .toList();
        return held.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.rows(
                                RUNNING
                                        + "and (organization_id, account_id) in (select * from unnest($1::uuid[], $2::uuid[])) order by id",
                                held.stream()
                                        .map(MicrosoftAccount::holderOrganizationId)
                                        .toArray(UUID[]::new),
                                held.stream().map(MicrosoftAccount::id).toArray(UUID[]::new))
                        .map(AssociationRepository::associations);
    }

    Uni<List<UUID>> accountOf(UUID organizationId, UUID userId, UUID associationId) {
        return database.rows(
                        "select account_id from association where organization_id = $1 and user_id = $2 and id = $3",
                        organizationId,
                        userId,
                        associationId)
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    Uni<Void> insert(Association association, Instant countsFrom, boolean moved) {
        return database.change(
                        """
                        insert into association
                          (organization_id, id, user_id, account_id, kind, associated_at, counts_from, moved)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)""",
                        association.organizationId(),
                        association.id(),
                        association.userId(),
                        association.accountId(),
                        association.kind(),
                        association.associatedAt(),
                        countsFrom,
                        moved)
                .chain(() -> database.change(
                        "insert into association_start (account_id, kind, started_at) values ($1, $2, $3)"
                                + " on conflict do nothing",
                        association.accountId(),
                        association.kind(),
                        association.associatedAt()))
                .replaceWithVoid();
    }

    Uni<Void> end(List<Association> associations, EndCause cause, Instant now) {
        return database.change(
                        """
                        update association set ended_at = greatest($3, associated_at), end_cause = $4
                        where (organization_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))""",
                        associations.stream().map(Association::organizationId).toArray(UUID[]::new),
                        associations.stream().map(Association::id).toArray(UUID[]::new),
                        now,
                        cause)
                .replaceWithVoid();
    }

    /** Nothing of a user's associations shows the accounts any more; how often each was associated stays known (P5). */
    Uni<Void> erase(UUID organizationId, UUID userId) {
        return database.change("""
                        update association_start s set erased = true
                        from association a
                        where a.organization_id = $1 and a.user_id = $2
                          and s.account_id = a.account_id and s.kind = a.kind and s.started_at = a.associated_at""", organizationId, userId)
                .chain(() -> database.change(
                        "update association set account_erased = true where organization_id = $1 and user_id = $2",
                        organizationId,
                        userId))
                .replaceWithVoid();
    }

    Uni<List<Instant>> starts(UUID accountId, AccountKind kind, Instant since) {
        return database.rows(
                        "select started_at from association_start where account_id = $1 and kind = $2 and started_at > $3",
                        accountId,
                        kind,
                        since)
                .map(rows -> rows.stream()
                        .map(row -> row.getOffsetDateTime(0).toInstant())
                        .toList());
    }

    /** When the accounts of a user's running associations were associated since then, by association. */
    Uni<Map<UUID, List<Instant>>> startsOfRunning(UUID organizationId, UUID userId, Instant since) {
        return database.read("""
                        select a.id, s.started_at
                        from association a join association_start s on s.account_id = a.account_id and s.kind = a.kind
                        where a.organization_id = $1 and a.user_id = $2 and a.ended_at is null and s.started_at > $3""", organizationId, userId, since)
                .map(rows -> rows.stream()
                        .collect(groupingBy(
                                row -> row.getUUID("id"),
                                mapping(row -> Columns.instant(row, "started_at"), toList()))));
    }

    Uni<AssociationView> view(UUID organizationId, UUID userId, UUID associationId) {
        return database.rows(VIEW + " and a.id = $3", organizationId, userId, associationId)
                .map(rows -> view(rows.get(0)));
    }

    Uni<Found<AssociationView>> page(UUID organizationId, UUID userId, boolean includeEnded, Page page) {
        return database.read(
                        "select count(*) from association where organization_id = $1 and user_id = $2 and ($3 or ended_at is null)",
                        organizationId,
                        userId,
                        includeEnded)
                .chain(total -> database.read(
                                VIEW
                                        + " and ($3 or a.ended_at is null) and ($4::uuid is null or a.id > $4) order by a.id limit $5",
                                organizationId,
                                userId,
                                includeEnded,
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(
                                total.get(0).getLong(0),
                                rows.stream().map(AssociationRepository::view).toList())));
    }

    private static List<Association> associations(List<Row> rows) {
        return rows.stream()
                .map(row -> new Association(
                        row.getUUID("organization_id"),
                        row.getUUID("id"),
                        row.getUUID("user_id"),
                        row.getUUID("account_id"),
                        AccountKind.valueOf(row.getString("kind")),
                        Columns.instant(row, "associated_at")))
                .toList();
    }

    private static AssociationView view(Row row) {
        return new AssociationView(
                row.getUUID("id"),
                row.getUUID("user_id"),
                row.getString("email"),
                AccountKind.valueOf(row.getString("kind")),
                Columns.instant(row, "associated_at"),
                Columns.instant(row, "counts_from"),
                row.getBoolean("moved"),
                Columns.instant(row, "ended_at"));
    }
}
