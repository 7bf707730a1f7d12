package io.partnercompetencies.merger;

import io.partnercompetencies.audit.Actor;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Singleton
class MergeRepository {

    private static final String OPEN = """
            insert into organization_merge
              (organization_id, id, absorbed_organization_id, status, started_by, started_by_roles, request_id, started_at)
            values ($1, $2, $3, 'RUNNING', $4, $5, $6, $7)""";

    private static final String READ = """
            select id, absorbed_organization_id, status, started_at, finished_at, reason from organization_merge
            where organization_id = $1 and id = $2""";

    private static final String INVOLVED = """
            select 1 from organization_merge
            where status = 'RUNNING' and (organization_id = any($1) or absorbed_organization_id = any($1)) limit 1""";

    private static final String CLAIM = """
            select organization_id, id, absorbed_organization_id, attempts, started_by, started_by_roles, request_id
            from organization_merge
            where status = 'RUNNING' and (retry_at is null or retry_at <= $1)
            order by started_at, id limit 1 for update skip locked""";

    private static final String FINISH = """
            update organization_merge set status = $3, finished_at = $4, reason = $5
            where organization_id = $1 and id = $2 and status = 'RUNNING'""";

    /** One that somebody is at, after all, is left alone. */
    private static final String POSTPONE = """
            update organization_merge m set attempts = $3, retry_at = $4
            from (select organization_id, id from organization_merge
                  where organization_id = $1 and id = $2 and status = 'RUNNING' for update skip locked) mine
            where m.organization_id = $1 and mine.organization_id = m.organization_id and mine.id = m.id""";

    private final Database database;

    MergeRepository(Database database) {
        this.database = database;
    }

    Uni<Void> open(RunningMerge merge, Instant now) {
        var actor = merge.actor();
        return database.change(
                        OPEN,
                        merge.surviving(),
                        merge.id(),
                        merge.absorbed(),
                        actor.userName(),
                        String.join(" ", actor.roles()),
                        actor.requestId(),
                        now)
                .replaceWithVoid();
    }

    Uni<List<MergeView>> read(UUID organizationId, UUID id) {
        return database.read(READ, organizationId, id)
                .map(rows -> rows.stream().map(MergeRepository::view).toList());
    }

    /** Whether a merge of any of them, into it or into another one, has not happened yet. */
    Uni<Boolean> isRunning(UUID... organizations) {
        return database.rows(INVOLVED, (Object) organizations).map(rows -> !rows.isEmpty());
    }

    /** The oldest one that nobody is at, for the running transaction. */
    Uni<List<RunningMerge>> claim(Instant now) {
        return database.rows(CLAIM, now)
                .map(rows -> rows.stream().map(MergeRepository::running).toList());
    }

    Uni<Void> end(RunningMerge merge, MergeStatus status, Instant now, String reason) {
        return database.change(FINISH, merge.surviving(), merge.id(), status, now, reason)
                .replaceWithVoid();
    }

    Uni<Void> postpone(RunningMerge merge, int attempts, Instant until) {
        return database.change(POSTPONE, merge.surviving(), merge.id(), attempts, until)
                .replaceWithVoid();
    }

    private static RunningMerge running(Row row) {
        var actor = new Actor(
                null,
                null,
                row.getString("started_by"),
                Set.of(row.getString("started_by_roles").split(" ")),
                row.getString("request_id"));
        return new RunningMerge(
                row.getUUID("organization_id"),
                row.getUUID("id"),
                row.getUUID("absorbed_organization_id"),
                row.getInteger("attempts"),
                actor);
    }

    private static MergeView view(Row row) {
        return new MergeView(
                row.getUUID("id"),
                row.getUUID("absorbed_organization_id"),
                MergeStatus.valueOf(row.getString("status")),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at"),
                row.getString("reason"));
    }
}
