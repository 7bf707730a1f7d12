package io.partnercompetencies.organization;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Which organisations are part of another one by now. Nothing of those changes any more. */
@Singleton
public class MergedOrganizations {

    private static final String COPY_LOCATIONS = """
            insert into location (organization_id, id, mpn_id, name, country, created_at)
            select $2::uuid, id, mpn_id, name, country, $3::timestamptz from organization where id = $1
            union all
            select $2::uuid, id, mpn_id, name, country, $3::timestamptz from location
            where organization_id = $1 and mpn_id <> (select mpn_id from organization where id = $2)
            on conflict do nothing""";

    private static final String ABSORB = """
            update standing
            set merged_into = $2, merged_at = $3, next_due_at = null, retry_at = null, stale = false,
                revision = revision + 1
            where organization_id = $1""";

    /** What was part of the absorbed one goes with it. */
    private static final String GO_ALONG = "update standing set merged_into = $2 where merged_into = $1";

    private final Database database;

    MergedOrganizations(Database database) {
        this.database = database;
    }

    /** Which one the organisation is part of; empty where it stands by itself, or does not exist. */
    public Uni<Optional<UUID>> mergedInto(UUID organizationId) {
        return database.read("select merged_into from standing where organization_id = $1", organizationId)
                .map(rows -> rows.stream()
                        .map(row -> row.getUUID("merged_into"))
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    /** Those that are part of the organisation, whichever way they came. */
    public Uni<List<UUID>> partsOf(UUID organizationId) {
        return database.read(
                        "select organization_id from standing where merged_into = $1 order by organization_id",
                        organizationId)
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /**
     * Refuses an organisation that does not exist or is part of another one, and lets it be absorbed by none until the
     * running transaction ends. For whoever adds to an organisation without locking its standing.
     */
    public Uni<Void> mustBeItself(UUID organizationId) {
        return database.rows("select id from organization where id = $1 for key share", organizationId)
                .chain(() ->
                        database.rows("select merged_into from standing where organization_id = $1", organizationId))
                .map(rows -> rows.stream().findFirst().orElseThrow(Refusal::notFound))
                .invoke(MergedOrganizations::mustBeItself)
                .replaceWithVoid();
    }

    /** @param standing a row with its column merged_into */
    static void mustBeItself(Row standing) {
        var into = standing.getUUID("merged_into");
        if (into != null) {
            throw Refusal.merged(into);
        }
    }

    /** Waits until nobody adds anything to them any more, in a transaction that has locked their standings. */
    public Uni<Void> close(Collection<UUID> organizations) {
        return database.rows("select id from organization where id = any($1) order by id for update", (Object)
                        organizations.toArray(UUID[]::new))
                .replaceWithVoid();
    }

    /** The absorbed one and its locations become locations of the surviving one (1.8). */
    public Uni<Void> copyLocations(Merge merge) {
        return database.change(COPY_LOCATIONS, merge.absorbed(), merge.surviving(), merge.at())
                .replaceWithVoid();
    }

    /** From now on the absorbed one cannot be changed. */
    public Uni<Void> absorb(Merge merge) {
        return database.change(ABSORB, merge.absorbed(), merge.surviving(), merge.at())
                .chain(() -> database.change(GO_ALONG, merge.absorbed(), merge.surviving()))
                .chain(() -> database.change(
                        "update organization set version = version + 1 where id = $1", merge.absorbed()))
                .replaceWithVoid();
    }
}
