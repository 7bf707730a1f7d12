package io.partnercompetencies.organization;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Keeps where each organisation stands. All but {@link #read} run inside the caller's transaction; whoever locks
 * several organisations gets them in the order of their ids (S2).
 */
@Singleton
public class Standings {

    private static final String COLUMNS =
            "select organization_id, revision, counted_through, next_due_at, stale, evaluated_at, snapshot from standing ";

    /** The first so many ($2) of those that are due at $1. */
    private static final String DUE = """
            where next_due_at <= $1 and (retry_at is null or retry_at <= $1) and catalogue_release <= $3
            order by next_due_at, organization_id limit $2""";

    private static final String LOCK = """
            select organization_id, revision, counted_through, next_due_at, stale, evaluated_at, snapshot, merged_into
            from standing where organization_id = any($1) order by organization_id for update""";

    private final Database database;

    Standings(Database database) {
        this.database = database;
    }

    Uni<Void> open(UUID organizationId, Instant now) {
        return database.change(
                        "insert into standing (organization_id, counted_through, evaluated_at, snapshot) values ($1, $2, $2, '')",
                        organizationId,
                        now)
                .replaceWithVoid();
    }

    /** Refused where one of them is part of another organisation by now: nothing of it changes any more. */
    public Uni<List<Standing>> lock(Collection<UUID> organizations) {
        return database.rows(LOCK, (Object) organizations.toArray(UUID[]::new))
                .invoke(rows -> rows.forEach(row -> MergedOrganizations.mustBeItself(row)))
                .map(Standings::standings);
    }

    /** One organisation's, locked; an unknown organisation is refused. */
    public Uni<Standing> lockKnown(UUID organizationId) {
        return lock(List.of(organizationId))
                .map(locked -> locked.stream().findFirst().orElseThrow(Refusal::notFound));
    }

    /** How many organisations are due, counted up to a bound, whoever works on them. */
    public Uni<Integer> countDue(Instant now, int bound, int catalogueRelease) {
        return database.read(
                        "select count(*) from (select 1 from standing " + DUE + ") due", now, bound, catalogueRelease)
                .map(rows -> rows.get(0).getInteger(0));
    }

    /** Organisations that are due and that no other copy is working on (S4). */
    public Uni<List<Standing>> claim(Instant now, int limit, int catalogueRelease) {
        return database.rows(COLUMNS + DUE + " for update skip locked", now, limit, catalogueRelease)
                .map(Standings::standings);
    }

    /** The same for one organisation alone; empty when it is no longer due or somebody else has it. */
    public Uni<List<Standing>> claimOne(UUID organizationId, Instant now) {
        return database.rows(
                        COLUMNS + "where organization_id = $1 and next_due_at <= $2 for update skip locked",
                        organizationId,
                        now)
                .map(Standings::standings);
    }

    /** Facts were added that count later: the next pass looks at these organisations, and readers know it. */
    public Uni<Void> mark(Collection<UUID> organizations, Instant now) {
        return organizations.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change("""
                                update standing s
                                set next_due_at = least(s.next_due_at, $2), stale = true, revision = s.revision + 1
                                from (select organization_id from standing where organization_id = any($1)
                                      order by organization_id for update) locked
                                where s.organization_id = locked.organization_id""", organizations.toArray(UUID[]::new), now).replaceWithVoid();
    }

    /** Something that answers show has changed, such as a name, though nothing that counts. */
    public Uni<Void> touch(UUID organizationId) {
        return database.rows(
                        "update standing set revision = revision + 1 where organization_id = $1 returning merged_into",
                        organizationId)
                .invoke(rows -> rows.forEach(row -> MergedOrganizations.mustBeItself(row)))
                .replaceWithVoid();
    }

    /**
     * Writes evaluations.
     *
     * @param newest whether no newer release of the catalogue is alive; what an older one evaluates while the newer one
     *     lives is due again at once, for the newer
     */
    public Uni<Void> settle(List<Settlement> settlements, boolean newest) {
        return database.change(
                        """
                        update standing s
                        set counted_through = n.counted_through, evaluated_at = n.evaluated_at,
                            next_due_at = case when $8 or n.catalogue_release >= s.catalogue_release
                                               then n.next_due_at else n.evaluated_at end,
                            catalogue_release = case when $8 then n.catalogue_release
                                                     else greatest(n.catalogue_release, s.catalogue_release) end,
                            pending = n.pending, snapshot = n.snapshot, stale = false, retry_at = null, failures = 0,
                            revision = s.revision + 1
                        from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::int[],
                                    $6::int[], $7::text[])
                             as n(organization_id, counted_through, evaluated_at, next_due_at, pending,
                                  catalogue_release, snapshot)
                        where s.organization_id = n.organization_id""",
                        Columns.ids(settlements, Settlement::organizationId),
                        Columns.instants(settlements, Settlement::countedThrough),
                        Columns.instants(settlements, Settlement::evaluatedAt),
                        Columns.instants(settlements, Settlement::nextDueAt),
                        Columns.numbers(settlements, Settlement::pending),
                        Columns.numbers(settlements, Settlement::catalogueRelease),
                        Columns.texts(settlements, Settlement::snapshot),
                        newest)
                .replaceWithVoid();
    }

    /**
     * An organisation that could not be evaluated is tried again, alone, and later each time (T4). Not one that another
     * copy has counted meanwhile.
     */
    public Uni<Void> postpone(UUID organizationId, Instant now) {
        return database.change("""
                        update standing
                        set retry_at = $2::timestamptz + least(3600, 30 * power(2, least(failures, 10))) * interval '1 second',
                            failures = failures + 1
                        where organization_id = $1 and next_due_at <= $2""", organizationId, now).replaceWithVoid();
    }

    /** The same where the database failed it: when that is gone still, this fails as well. */
    public Uni<Void> retrySoon(UUID organizationId, Instant now) {
        return database.change(
                        "update standing set retry_at = $2::timestamptz + interval '1 second'"
                                + " where organization_id = $1 and next_due_at <= $2",
                        organizationId,
                        now)
                .replaceWithVoid();
    }

    /** The standing as of the caller's snapshot; empty for an unknown organisation. */
    public Uni<List<Standing>> read(Statements in, UUID organizationId) {
        return in.rows(COLUMNS + "where organization_id = $1", organizationId).map(Standings::standings);
    }

    private static List<Standing> standings(List<Row> rows) {
        return rows.stream().map(Standings::standing).toList();
    }

    public static Standing standing(Row row) {
        return new Standing(
                row.getUUID("organization_id"),
                row.getLong("revision"),
                Columns.instant(row, "counted_through"),
                Columns.instant(row, "next_due_at"),
                row.getBoolean("stale"),
                Columns.instant(row, "evaluated_at"),
                row.getString("snapshot"));
    }
}
