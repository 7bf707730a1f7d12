package io.partnercompetencies.achievement;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Csv;
import io.partnercompetencies.http.Pieces;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Writes what became of each row, in the order of the file. */
@Singleton
class AchievementImportLog {

    private static final List<String> COLUMNS = List.of("row", "account", "credential", "status", "id", "error");

    private static final int PORTION = 2000;

    private static final String ALL = """
            select r.row_number, r.hash, r.account, r.credential, r.id, r.error, k.achievement_id as known_id
            from achievement_import_row r
            left join achievement_import_known k on k.import_id = r.import_id and k.row_number = r.row_number
            where r.import_id = $1 and r.row_number > $2
            order by r.row_number limit $3""";

    private static final String FAILED = """
            select row_number, hash, account, credential, id, error, null::uuid as known_id
            from achievement_import_row
            where import_id = $1 and row_number > $2 and error is not null
            order by row_number limit $3""";

    private static final String DONE =
            "select from_hash, done_hash, done_row, is_done from achievement_import_part where import_id = $1";

    private final Database database;

    AchievementImportLog(Database database) {
        this.database = database;
    }

    /** @param only the status of the rows to be written; null for all */
    Uni<Void> write(UUID id, RowOutcome only, Pieces pieces) {
        return pieces.write(Buffer.buffer(Csv.line(COLUMNS)))
                .chain(() -> database.read(DONE, id))
                .map(DoneParts::of)
                .chain(done -> rows(id, only, done, pieces));
    }

    private Uni<Void> rows(UUID id, RowOutcome only, DoneParts done, Pieces pieces) {
        var sql = only == RowOutcome.FAILED ? FAILED : ALL;
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new int[1],
                        last -> database.read(sql, id, last[0], PORTION)
                                .invoke(found -> found.forEach(row -> last[0] = row.getInteger("row_number")))
                                .call(found -> write(lines(found, only, done), pieces)))
                .whilst(found -> found.size() == PORTION)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> write(String lines, Pieces pieces) {
        return lines.isEmpty() ? Uni.createFrom().voidItem() : pieces.write(Buffer.buffer(lines));
    }

    private static String lines(List<Row> rows, RowOutcome only, DoneParts done) {
        var lines = new StringBuilder();
        for (var row : rows) {
            var status = status(row);
            if (status == RowOutcome.FAILED || done.contain(row.getInteger("hash"), row.getInteger("row_number"))) {
                lines.append(only == null || only == status ? line(row, status) : "");
            }
        }
        return lines.toString();
    }

    private static RowOutcome status(Row row) {
        if (row.getString("error") != null) {
            return RowOutcome.FAILED;
        }
        return row.getUUID("known_id") == null ? RowOutcome.CREATED : RowOutcome.EXISTS;
    }

    private static String line(Row row, RowOutcome status) {
        return Csv.line(Arrays.asList(
                row.getInteger("row_number"),
                row.getString("account"),
                row.getString("credential"),
                status,
                switch (status) {
                    case CREATED -> row.getUUID("id");
                    case EXISTS -> row.getUUID("known_id");
                    case FAILED -> null;
                },
                row.getString("error")));
    }
}
