package io.partnercompetencies.achievement;

import io.partnercompetencies.account.Association;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.rules.AccountKind;
import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.SyncDelay;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rows of files, a slice at a time. Each statement takes a slice as a whole, with its accounts locked by the caller's
 * transaction. What is looked up by key is looked up row by row, whatever the planner believes of the sizes.
 */
@Singleton
class StagedReportRepository {

    private static final String STAGE = """
            insert into achievement_import_row
              (import_id, row_number, hash, id, account, type, credential, achieved_at, expires_at, source, error)
            select $1, n.*
            from unnest($2::int[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
                        $9::timestamptz[], $10::text[], $11::text[]) as n""";

    private static final String NEXT = """
            select account, hash, max(row_number) as last_row, count(*)::int as rows
            from (select account, hash, row_number from achievement_import_row
                  where import_id = $1 and (hash, row_number) > ($2, $3) and hash <= $4 and error is null
                  order by hash, row_number limit $5) next
            group by account, hash""";

    private static final String IN_SLICE = """
            r.import_id = $1 and (r.hash, r.row_number) > ($2, $3) and (r.hash, r.row_number) <= ($4, $5)
              and r.error is null""";

    /** Rows of one identity count as one report after the other (P7): the first creates, the last one's word holds. */
    private static final String RECORD = """
            with told as (
              select r.row_number, r.id, m.account_id, r.type, r.credential, r.achieved_at,
                row_number() over same as place, first_value(r.id) over same as first_id,
                last_value(r.expires_at) over every as expires_at, last_value(r.source) over every as source
              from achievement_import_row r
              join unnest($6::text[], $7::uuid[]) as m(account, account_id) on m.account = r.account
              where\s""" + IN_SLICE + """

              window same as (partition by m.account_id, lower(r.credential), r.achieved_at order by r.row_number),
                every as (same rows between unbounded preceding and unbounded following)
            ), judged as materialized (
              select t.*, k.id as known_id, k.revoked_at,
                k.id is null and t.place = 1 as is_new,
                t.place = 1 and k.revoked_at is null
                  and (k.expires_at, k.source) is distinct from (t.expires_at, t.source) as says_more
              from told t left join lateral (
                select a.id, a.revoked_at, a.expires_at, a.source from achievement a
                where a.account_id = t.account_id and lower(a.credential) = lower(t.credential)
                  and a.achieved_at = t.achieved_at
                limit 1) k on true
            ), made as (
              insert into achievement
                (account_id, id, type, credential, achieved_at, expires_at, source, recorded_at)
              select account_id, id, type, credential, achieved_at, expires_at, source, $8::timestamptz
              from judged where is_new order by account_id, id
            ), known as (
              insert into achievement_import_known (import_id, row_number, achievement_id)
              select $1, row_number, coalesce(known_id, first_id) from judged where not is_new and revoked_at is null
            )
            select account_id, (count(*) filter (where is_new))::int as created,
              (count(*) filter (where not is_new and revoked_at is null))::int as existing,
              array_agg(known_id) filter (where known_id is not null and says_more) as revised,
              array_agg(expires_at) filter (where known_id is not null and says_more) as expiries,
              array_agg(source) filter (where known_id is not null and says_more) as sources,
              array_agg(row_number) filter (where revoked_at is not null) as revoked
            from judged group by account_id""";

    /** What {@link CreditRepository#insert} does, for what the slice has created. */
    private static final String CREDIT = """
            with running as materialized (
              select n.*, l.type, l.fits, s.counted_through
              from unnest($6::text[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::text[], $12::timestamptz[])
                as n(account, account_id, organization_id, association_id, user_id, kind, associated_at)
              cross join lateral (
                select s.counted_through from standing s where s.organization_id = n.organization_id limit 1) s
              join unnest($14::text[], $15::text[], $16::boolean[]) as l(kind, type, fits) on l.kind = n.kind
            )
            insert into credit
              (organization_id, association_id, achievement_id, user_id, account_id, type, credential, fits,
               achieved_at, counts_from, known_from, expires_at)
            select n.organization_id, n.association_id, a.id, n.user_id, n.account_id, a.type, a.credential, n.fits,
              a.achieved_at, greatest(a.achieved_at, n.associated_at) + $13::bigint * interval '1 microsecond',
              greatest(a.recorded_at, n.counted_through + interval '1 microsecond'), a.expires_at
            from achievement_import_row r
            join running n on n.account = r.account and n.type = r.type
            cross join lateral (
              select * from achievement a where a.account_id = n.account_id and a.id = r.id limit 1) a
            where\s""" + IN_SLICE + " order by n.organization_id, n.association_id, a.id";

    /**
     * The planner takes every array for ten elements and would compare each of thousands with every row. What the
     * statements look up by key, they look up by key all the same, which then seems so dear that compiling would pay.
     */
    private static final String JOIN_ROW_BY_ROW =
            "select set_config('enable_nestloop', $1, true), set_config('jit', 'off', true)";

    private static final String REFUSE =
            "update achievement_import_row set error = $3 where import_id = $1 and row_number = any($2)";

    private static final String REFUSE_ALL = "update achievement_import_row r set error = $6 where " + IN_SLICE;

    /** One kind of account brings some types of achievements and not the others (P3). */
    private record Law(AccountKind kind, AchievementType type) {}

    private static final List<Law> LAWS = Stream.of(AccountKind.values())
            .flatMap(kind -> Stream.of(AchievementType.values()).map(type -> new Law(kind, type)))
            .toList();

    private final Database database;

    StagedReportRepository(Database database) {
        this.database = database;
    }

    Uni<Integer> stage(UUID importId, List<StagedReport> rows) {
        return database.transaction(() -> database.change(
                STAGE,
                importId,
                Columns.numbers(rows, StagedReport::row),
                Columns.numbers(rows, StagedReport::hash),
                Columns.ids(rows, StagedReport::id),
                Columns.texts(rows, StagedReport::account),
                Columns.texts(rows, row -> row.isPossible() ? row.report().type() : null),
                Columns.texts(rows, StagedReport::credential),
                Columns.instants(rows, row -> row.isPossible() ? row.report().achievedAt() : null),
                Columns.instants(rows, row -> row.isPossible() ? row.report().expiresAt() : null),
                Columns.texts(rows, row -> row.isPossible() ? row.report().source() : null),
                Columns.texts(rows, StagedReport::error)));
    }

    /** The accounts of the next rows of a part. */
    Uni<List<Row>> next(ImportTurn turn, int mostRows) {
        return database.rows(NEXT, turn.importId(), turn.doneHash(), turn.doneRow(), turn.toHash(), mostRows);
    }

    /** @param accounts by the addresses as the rows have them */
    Uni<List<JudgedAccount>> record(ReportSlice slice, Map<String, UUID> accounts, Instant now) {
        var emails = List.copyOf(accounts.keySet());
        return database.rows(
                        RECORD, places(slice, emails.toArray(String[]::new), Columns.ids(emails, accounts::get), now))
                .map(rows -> rows.stream().map(JudgedAccount::of).toList());
    }

    /** @param brings each spelling of an account's address with each of its running associations */
    Uni<Void> credit(ReportSlice slice, List<Map.Entry<String, Association>> brings, SyncDelay delay) {
        return brings.isEmpty()
                ? Uni.createFrom().voidItem()
                : hashed(() -> database.change(
                                CREDIT,
                                places(
                                        slice,
                                        Columns.texts(brings, Map.Entry::getKey),
                                        Columns.ids(
                                                brings, one -> one.getValue().accountId()),
                                        Columns.ids(
                                                brings, one -> one.getValue().organizationId()),
                                        Columns.ids(
                                                brings, one -> one.getValue().id()),
                                        Columns.ids(
                                                brings, one -> one.getValue().userId()),
                                        Columns.texts(
                                                brings, one -> one.getValue().kind()),
                                        Columns.instants(
                                                brings, one -> one.getValue().associatedAt()),
                                        delay.length().toNanos() / 1000,
                                        Columns.texts(LAWS, Law::kind),
                                        Columns.texts(LAWS, Law::type),
                                        Columns.flags(LAWS, law -> law.kind().brings(law.type())))))
                        .replaceWithVoid();
    }

    private <T> Uni<T> hashed(Supplier<Uni<T>> work) {
        return database.rows(JOIN_ROW_BY_ROW, "off").chain(work::get).call(() -> database.rows(JOIN_ROW_BY_ROW, "on"));
    }

    Uni<Void> refuse(ReportSlice slice, Collection<Integer> rows, String error) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change(REFUSE, slice.importId(), rows.toArray(Integer[]::new), error)
                        .replaceWithVoid();
    }

    Uni<Integer> refuseAll(ReportSlice slice, String error) {
        return database.change(REFUSE_ALL, places(slice, error));
    }

    private static Object[] places(ReportSlice slice, Object... more) {
        var places =
                new Object[] {slice.importId(), slice.afterHash(), slice.afterRow(), slice.toHash(), slice.toRow()};
        return Stream.of(places, more).flatMap(Arrays::stream).toArray();
    }
}
