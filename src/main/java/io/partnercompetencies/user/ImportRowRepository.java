package io.partnercompetencies.user;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rows of files, one at a time: taken, and marked with what became of them. All run in the caller's transaction. */
@Singleton
class ImportRowRepository {

    /** Of rows with one address the first goes first; a row that another transaction has is left to it. */
    private static final String TAKE = """
            select r.row_number, r.first_name, r.last_name, r.display_name, r.roles, r.email, r.attempts,
                   exists (select from app_user u
                           where u.organization_id = r.organization_id and lower(u.email) = lower(r.email)
                             and u.status = 'ACTIVE') as known
            from user_import_row r
            where r.organization_id = $1 and r.import_id = $2 and r.status = 'WAITING'
              and (r.retry_at is null or r.retry_at <= $3)
              and not exists (select from user_import_row earlier
                              where earlier.organization_id = $1 and lower(earlier.email) = lower(r.email)
                                and earlier.import_id = $2 and earlier.row_number < r.row_number
                                and earlier.status = 'WAITING')
            order by r.row_number
            limit 1
            for update of r skip locked""";

    private static final String MARK = """
            update user_import_row
            set status = $4, user_id = $5, user_name = $6, temporary_password = $7, error = $8,
                first_name = null, last_name = null, display_name = null, roles = null
            where organization_id = $1 and import_id = $2 and row_number = $3 and status = 'WAITING'""";

    /** Counts an attempt once, though others may have failed with the row in the same moment. */
    private static final String POSTPONE = """
            update user_import_row set attempts = $4, retry_at = $5
            where organization_id = $1 and import_id = $2 and row_number = $3 and status = 'WAITING'
              and attempts < $4""";

    /** The address also stands in rows that made nobody; one that waits is about to make somebody new. */
    private static final String FORGET = """
            update user_import_row set email = null, user_name = null, temporary_password = null
            where organization_id = $1 and status <> 'WAITING'
              and (user_id = $2 or user_id is null and lower(email) in (select lower(e) from unnest($3::text[]) e))""";

    private final Database database;

    ImportRowRepository(Database database) {
        this.database = database;
    }

    Uni<List<Row>> take(RunningImport of, Instant now) {
        return database.rows(TAKE, of.organizationId(), of.id(), now);
    }

    Uni<Integer> created(RunningImport of, int row, CreatedUser made) {
        var credentials = made.credentials();
        return mark(
                of, row, "CREATED", made.user().id(), credentials.userName(), credentials.temporaryPassword(), null);
    }

    Uni<Integer> forget(UUID organizationId, UUID userId, Set<String> emails) {
        return database.change(FORGET, organizationId, userId, emails.toArray(String[]::new));
    }

    Uni<Integer> exists(RunningImport of, int row) {
        return mark(of, row, "EXISTS", null, null, null, null);
    }

    Uni<Integer> failed(RunningImport of, int row, String error) {
        return mark(of, row, "FAILED", null, null, null, error);
    }

    Uni<Integer> postpone(RunningImport of, int row, int attempts, Instant until) {
        return database.change(POSTPONE, of.organizationId(), of.id(), row, attempts, until);
    }

    private Uni<Integer> mark(
            RunningImport of, int row, String status, UUID userId, String userName, String password, String error) {
        return database.change(MARK, of.organizationId(), of.id(), row, status, userId, userName, password, error);
    }
}
