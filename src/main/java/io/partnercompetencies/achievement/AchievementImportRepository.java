package io.partnercompetencies.achievement;

import io.partnercompetencies.achievement.ImportParts.Part;
import io.partnercompetencies.audit.Actor;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.user.ImportStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Imports of achievements and their parts: how they arrive, how far they are, how they end. */
@Singleton
class AchievementImportRepository {

    private static final String OPEN = """
            insert into achievement_import (id, status, started_by, started_by_roles, request_id, started_at)
            values ($1, 'ARRIVING', $2, $3, $4, $5)""";

    private static final String ACCEPT = """
            update achievement_import set status = 'RUNNING', total_rows = $2, refused_rows = $3, started_at = $4
            where id = $1 and status = 'ARRIVING'""";

    private static final String DIVIDE = """
            insert into achievement_import_part (import_id, number, from_hash, to_hash, done_hash)
            select $1, n.number, n.from_hash, n.to_hash, n.from_hash
            from unnest($2::int[], $3::int[], $4::int[]) as n(number, from_hash, to_hash)""";

    private static final String FIND = """
            select i.id, i.status, i.total_rows, i.started_at, i.finished_at,
              coalesce(sum(p.created), 0)::int as created, coalesce(sum(p.existing), 0)::int as existing,
              (i.refused_rows + coalesce(sum(p.failed), 0))::int as failed
            from achievement_import i left join achievement_import_part p on p.import_id = i.id
            where i.id = $1 and i.status not in ('ARRIVING', 'DISCARDED') and ($2::text is null or i.started_by = $2)
            group by i.id""";

    private static final String RUNNING = """
            select id, started_by, started_by_roles, request_id, gave_up from achievement_import
            where finished_at is null and status = 'RUNNING' order by started_at, id limit 50""";

    private static final String CLAIM = """
            select import_id, number, to_hash, done_hash, done_row, attempts from achievement_import_part
            where import_id = $1 and not is_done and (retry_at is null or retry_at <= $2)
            order by number limit 1 for update skip locked""";

    private static final String ADVANCE = """
            update achievement_import_part
            set done_hash = $3, done_row = $4, is_done = $5, created = created + $6, existing = existing + $7,
                failed = failed + $8, attempts = greatest(attempts - 1, 0), retry_at = null
            where import_id = $1 and number = $2""";

    /** Counts a failure once, though others may have failed with the same rows in the same moment. */
    private static final String POSTPONE = """
            update achievement_import_part set attempts = $4, retry_at = $5
            where import_id = $1 and number = $2 and attempts = $3""";

    private static final String FINISH = """
            update achievement_import i
            set finished_at = $2,
                status = case when gave_up then 'FAILED'
                              when refused_rows > 0 or exists (select from achievement_import_part p
                                                               where p.import_id = $1 and p.failed > 0)
                              then 'FINISHED_WITH_ERRORS' else 'FINISHED' end
            where id = $1 and status = 'RUNNING'
              and not exists (select from achievement_import_part p where p.import_id = $1 and not p.is_done)""";

    private static final String GIVE_UP = """
            update achievement_import set gave_up = true
            where finished_at is null and started_at <= $1 and status = 'RUNNING' and not gave_up""";

    private final Database database;

    AchievementImportRepository(Database database) {
        this.database = database;
    }

    Uni<Integer> open(UUID id, Actor sender, Instant now) {
        var roles = String.join(" ", sender.roles().stream().sorted().toList());
        return database.transaction(() -> database.change(OPEN, id, sender.userName(), roles, sender.requestId(), now));
    }

    Uni<Void> accept(UUID id, int rows, int refused, List<Part> parts, Instant now) {
        return database.change(ACCEPT, id, rows, refused, now)
                .chain(() -> database.change(
                        DIVIDE,
                        id,
                        Columns.numbers(parts, Part::number),
                        Columns.numbers(parts, Part::fromHash),
                        Columns.numbers(parts, Part::toHash)))
                .replaceWithVoid();
    }

    /** @param startedBy null for whoever may see everybody's */
    Uni<List<AchievementImportView>> find(UUID id, String startedBy) {
        return database.read(FIND, id, startedBy)
                .map(rows ->
                        rows.stream().map(AchievementImportRepository::view).toList());
    }

    Uni<List<RunningReports>> running() {
        return database.read(RUNNING)
                .map(rows -> rows.stream().map(RunningReports::of).toList());
    }

    Uni<List<ImportTurn>> claim(UUID id, Instant now) {
        return database.rows(CLAIM, id, now)
                .map(rows -> rows.stream().map(ImportTurn::of).toList());
    }

    Uni<Void> advance(ReportSlice slice, int created, int existing, int failed) {
        return database.change(
                        ADVANCE,
                        slice.importId(),
                        slice.part(),
                        slice.toHash(),
                        slice.toRow(),
                        slice.isLast(),
                        created,
                        existing,
                        failed)
                .replaceWithVoid();
    }

    Uni<Integer> postpone(ImportTurn turn, Instant until) {
        return database.transaction(() ->
                database.change(POSTPONE, turn.importId(), turn.part(), turn.attempts(), turn.attempts() + 1, until));
    }

    /** Ends an import of which no row waits, in the caller's transaction. */
    Uni<Integer> finish(UUID id, Instant now) {
        return database.change(FINISH, id, now);
    }

    Uni<Integer> giveUp(Instant before) {
        return database.transaction(() -> database.change(GIVE_UP, before));
    }

    private static AchievementImportView view(Row row) {
        int created = row.getInteger("created");
        int failed = row.getInteger("failed");
        return new AchievementImportView(
                row.getUUID("id"),
                ImportStatus.valueOf(row.getString("status")),
                row.getInteger("total_rows"),
                created + row.getInteger("existing") + failed,
                created,
                failed,
                Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at"));
    }
}
