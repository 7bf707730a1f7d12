package io.partnercompetencies.user;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Csv;
import io.partnercompetencies.http.Pieces;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Writes what became of each row. Passwords are lent to one download at a time, which only whoever started a finished
 * import gets, and forgotten when the client has taken the last row, before the answer ends: who has a complete answer
 * has the only one, and one that breaks off leaves them for the next.
 */
@Singleton
class ImportLog {

    private static final List<String> COLUMNS =
            List.of("row", "email", "status", "userName", "temporaryPassword", "error");

    private static final int PORTION = 1000;

    /** Longer than any download may take. */
    private static final Duration LENT = Duration.ofMinutes(10);

    private static final String LEND = """
            update user_import set lent_until = $5
            where organization_id = $1 and id = $2 and started_by = $3 and holds_passwords
              and finished_at is not null and started_at > $6 and (lent_until is null or lent_until <= $4)""";

    private static final String RETURN =
            "update user_import set lent_until = null where organization_id = $1 and id = $2";

    private static final String SPEND =
            "update user_import set holds_passwords = false, lent_until = null where organization_id = $1 and id = $2";

    private static final String FORGET = """
            update user_import_row set temporary_password = null
            where organization_id = $1 and import_id = $2 and temporary_password is not null""";

    private static final String PROCESSED = """
            select row_number, email, status, user_name, error, case when $4 then temporary_password end as password
            from user_import_row
            where organization_id = $1 and import_id = $2 and row_number > $3 and status <> 'WAITING'
            order by row_number limit $5""";

    private final Database database;
    private final Clock clock;

    ImportLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Uni<Void> write(UUID organizationId, UUID id, String reader, Pieces pieces) {
        return lend(organizationId, id, reader).chain(withPasswords -> {
            var writing = pieces.write(Buffer.buffer(Csv.line(COLUMNS)))
                    .chain(() -> rows(organizationId, id, withPasswords, pieces));
            return withPasswords
                    ? writing.chain(() -> forget(organizationId, id))
                            .onFailure()
                            .call(() -> giveBack(organizationId, id))
                    : writing;
        });
    }

    private Uni<Boolean> lend(UUID organizationId, UUID id, String reader) {
        var now = clock.instant();
        return database.transaction(() -> database.change(
                        LEND, organizationId, id, reader, now, now.plus(LENT), now.minus(UserImports.KEPT)))
                .map(lent -> lent == 1);
    }

    private Uni<Void> rows(UUID organizationId, UUID id, boolean withPasswords, Pieces pieces) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new int[1],
                        last -> database.read(PROCESSED, organizationId, id, last[0], withPasswords, PORTION)
                                .invoke(found -> found.forEach(row -> last[0] = row.getInteger("row_number")))
                                .call(found ->
                                        found.isEmpty() ? Uni.createFrom().voidItem() : pieces.write(lines(found))))
                .whilst(found -> found.size() == PORTION)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Buffer lines(List<Row> rows) {
        var lines = new StringBuilder();
        rows.forEach(row -> lines.append(Csv.line(Arrays.asList(
                row.getInteger("row_number"),
                row.getString("email"),
                row.getString("status"),
                row.getString("user_name"),
                row.getString("password"),
                row.getString("error")))));
        return Buffer.buffer(lines.toString());
    }

    private Uni<Void> forget(UUID organizationId, UUID id) {
        return database.transaction(() -> database.change(FORGET, organizationId, id)
                .chain(() -> database.change(SPEND, organizationId, id))
                .replaceWithVoid());
    }

    private Uni<Void> giveBack(UUID organizationId, UUID id) {
        return database.transaction(() -> database.change(RETURN, organizationId, id))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
