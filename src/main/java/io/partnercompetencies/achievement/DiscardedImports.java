package io.partnercompetencies.achievement;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Forgets imports: files that never arrived, and those whose log has been kept long enough. Nobody sees an import from
 * the first moment on; its rows, which may be millions, go bit by bit.
 */
@Singleton
public class DiscardedImports {

    /** How long what became of the rows is told. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** How long an import may take. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** More than any file takes to arrive. */
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(3);

    private static final int AT_A_TIME = 20_000;

    private static final String DISCARD =
            "update achievement_import set status = 'DISCARDED' where id = $1 and status = 'ARRIVING'";

    private static final String DISCARD_OLD = """
            update achievement_import set status = 'DISCARDED'
            where id in (
              select id from achievement_import where finished_at is null and status = 'ARRIVING' and started_at <= $1
              union all
              select id from achievement_import where finished_at <= $2 and status <> 'DISCARDED')""";

    private static final String DISCARDED = "select id from achievement_import where status = 'DISCARDED'";

    private static final String ROWS = """
            delete from achievement_import_row where import_id = $1 and row_number in (
              select row_number from achievement_import_row where import_id = $1 order by row_number limit $2)""";

    private static final String KNOWN = """
            delete from achievement_import_known where import_id = $1 and row_number in (
              select row_number from achievement_import_known where import_id = $1 order by row_number limit $2)""";

    private static final String ITSELF = "delete from achievement_import where id = $1 and status = 'DISCARDED'";

    private final Database database;
    private final AchievementImportRepository imports;

    DiscardedImports(Database database, AchievementImportRepository imports) {
        this.database = database;
        this.imports = imports;
    }

    /** Forgets a file that was not accepted. */
    Uni<Void> discard(UUID id) {
        return database.transaction(() -> database.change(DISCARD, id))
                .chain(discarded -> discarded == 0 ? Uni.createFrom().voidItem() : delete(id));
    }

    /** Gives up what is not finished after a day, and forgets what is old. */
    public Uni<Void> tidy(Instant now) {
        return imports.giveUp(now.minus(LONGEST))
                .chain(() -> database.transaction(
                        () -> database.change(DISCARD_OLD, now.minus(LONGEST_UPLOAD), now.minus(KEPT))))
                .chain(() -> database.read(DISCARDED))
                .chain(this::deleteAll);
    }

    private Uni<Void> deleteAll(List<Row> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(row -> delete(row.getUUID("id")).replaceWith(row))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> delete(UUID id) {
        return emptied(ROWS, id)
                .chain(() -> emptied(KNOWN, id))
                .chain(() -> database.transaction(() -> database.change(ITSELF, id)))
                .replaceWithVoid();
    }

    private Uni<Integer> emptied(String portion, UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.transaction(() -> database.change(portion, id, AT_A_TIME)))
                .whilst(deleted -> deleted == AT_A_TIME)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
