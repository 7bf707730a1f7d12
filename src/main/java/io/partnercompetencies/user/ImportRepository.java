package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The files themselves: how they arrive, how far they are, how long their passwords are kept. */
@Singleton
class ImportRepository {

    private static final String OPEN = """
            insert into user_import (organization_id, id, status, started_by, started_by_user, started_by_roles,
                                     request_id, started_at)
            values ($1, $2, 'ARRIVING', $3, $4, $5, $6, $7)""";

    private static final String STAGE = """
            insert into user_import_row (organization_id, import_id, row_number, status, email, error,
                                         first_name, last_name, display_name, roles)
            select $1, $2, row_number, case when error is null then 'WAITING' else 'FAILED' end, email, error,
                   first_name, last_name, display_name, roles
            from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
                as staged (row_number, email, error, first_name, last_name, display_name, roles)""";

    private static final String ACCEPT = """
            update user_import set status = 'RUNNING', total_rows = $3, started_at = $4, holds_passwords = true
            where organization_id = $1 and id = $2 and status = 'ARRIVING'""";

    private static final String DISCARD =
            "delete from user_import where organization_id = $1 and id = $2 and status = 'ARRIVING'";

    private static final String FIND = """
            select i.id, i.status, i.total_rows, i.started_at, i.finished_at,
                   count(*) filter (where r.status <> 'WAITING') as processed,
                   count(*) filter (where r.status = 'CREATED') as created,
                   count(*) filter (where r.status = 'FAILED') as failed
            from user_import i
            join user_import_row r on r.organization_id = i.organization_id and r.import_id = i.id
            where i.organization_id = $1 and i.id = $2 and i.status <> 'ARRIVING'
            group by i.organization_id, i.id""";

    /** With the roles that an employee who started it has now. */
    private static final String RUNNING = """
            select i.organization_id, i.id, i.started_by, i.started_by_user, i.request_id,
                   case when i.started_by_user is null then i.started_by_roles else coalesce(l.roles, '') end as roles
            from user_import i
            left join login l on l.organization_id = i.organization_id and l.user_id = i.started_by_user
                and l.disabled_at is null
            where i.status = 'RUNNING'
            order by i.started_at, i.id
            limit 50""";

    private static final String FINISH = """
            update user_import i
            set finished_at = $3,
                status = case when exists (select from user_import_row r where r.organization_id = $1
                                           and r.import_id = $2 and r.status = 'FAILED')
                              then 'FINISHED_WITH_ERRORS' else 'FINISHED' end
            where i.organization_id = $1 and i.id = $2 and i.status = 'RUNNING'
              and not exists (select from user_import_row r
                              where r.organization_id = $1 and r.import_id = $2 and r.status = 'WAITING')""";

    private static final String GIVE_UP = """
            with late as (
                update user_import set status = 'FAILED', finished_at = $1
                where status = 'RUNNING' and started_at <= $2
                returning organization_id, id)
            update user_import_row r
            set status = 'FAILED', error = $3, first_name = null, last_name = null, display_name = null, roles = null
            from late
            where r.organization_id = late.organization_id and r.import_id = late.id and r.status = 'WAITING'""";

    private static final String FORGET_IMPORTER = """
            update user_import set started_by = '(erased)'
            where organization_id = $1 and started_by_user = $2""";

    private static final String FORGET_ARRIVING =
            "delete from user_import where status = 'ARRIVING' and started_at <= $1";

    private static final String FORGET_PASSWORDS = """
            with old as (
                update user_import set holds_passwords = false, lent_until = null
                where holds_passwords and started_at <= $1
                returning organization_id, id)
            update user_import_row r set temporary_password = null
            from old
            where r.organization_id = old.organization_id and r.import_id = old.id
              and r.temporary_password is not null""";

    private final Database database;

    ImportRepository(Database database) {
        this.database = database;
    }

    Uni<Integer> open(UUID organizationId, UUID id, Importer importer, Instant now) {
        return database.transaction(() -> database.change(
                OPEN,
                organizationId,
                id,
                importer.userName(),
                importer.userId(),
                Role.text(importer.roles()),
                importer.requestId(),
                now));
    }

    Uni<Integer> stage(UUID organizationId, UUID id, List<ImportedRow> rows) {
        return database.transaction(() -> database.change(
                STAGE,
                organizationId,
                id,
                Columns.numbers(rows, ImportedRow::row),
                Columns.texts(rows, ImportedRow::email),
                Columns.texts(rows, ImportedRow::error),
                Columns.texts(rows, row -> row.isFine() ? row.wanted().firstName() : null),
                Columns.texts(rows, row -> row.isFine() ? row.wanted().lastName() : null),
                Columns.texts(rows, row -> row.isFine() ? row.wanted().displayName() : null),
                Columns.texts(
                        rows,
                        row -> row.isFine() ? String.join(" ", row.wanted().roles()) : null)));
    }

    Uni<Integer> accept(UUID organizationId, UUID id, int rows, Instant now) {
        return database.change(ACCEPT, organizationId, id, rows, now);
    }

    /** Forgets a file that was not accepted. */
    Uni<Integer> discard(UUID organizationId, UUID id) {
        return database.transaction(() -> database.change(DISCARD, organizationId, id));
    }

    Uni<List<UserImportView>> find(UUID organizationId, UUID id) {
        return database.read(FIND, organizationId, id)
                .map(rows -> rows.stream().map(ImportRepository::view).toList());
    }

    Uni<List<Row>> running() {
        return database.read(RUNNING);
    }

    /** Ends an import of which no row waits. */
    Uni<Integer> finish(UUID organizationId, UUID id, Instant now) {
        return database.transaction(() -> database.change(FINISH, organizationId, id, now));
    }

    Uni<Integer> forgetImporter(UUID organizationId, UUID userId) {
        return database.change(FORGET_IMPORTER, organizationId, userId);
    }

    /** Ends imports that began before this instant, whatever still waits. */
    Uni<Integer> giveUp(Instant now, Instant before, String why) {
        return database.transaction(() -> database.change(GIVE_UP, now, before, why));
    }

    Uni<Integer> forgetArriving(Instant before) {
        return database.transaction(() -> database.change(FORGET_ARRIVING, before));
    }

    Uni<Integer> forgetPasswords(Instant before) {
        return database.transaction(() -> database.change(FORGET_PASSWORDS, before));
    }

    private static UserImportView view(Row row) {
        return new UserImportView(
                row.getUUID("id"),
                ImportStatus.valueOf(row.getString("status")),
                row.getInteger("total_rows"),
                row.getLong("processed").intValue(),
                row.getLong("created").intValue(),
                row.getLong("failed").intValue(),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at"));
    }
}
