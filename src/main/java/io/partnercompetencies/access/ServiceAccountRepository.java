package io.partnercompetencies.access;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Singleton
class ServiceAccountRepository {

    private static final String COLUMNS = "select id, name, role, organization_id, user_name, created_at";

    private static final String LIVE = " from service_account where deleted_at is null";

    private static final String INSERT = """
            with signing_in as (
                insert into login (user_name, organization_id, roles, password_hash, must_change, created_at)
                values ($2, $5, $4, $7, false, $6) on conflict (user_name) do nothing returning user_name)
            insert into service_account (id, user_name, name, role, organization_id, created_at)
            select $1, user_name, $3, $4, $5, $6 from signing_in""";

    private static final String DELETE = """
            with deleted as (
                update service_account set deleted_at = $2 where id = $1 and deleted_at is null returning user_name)
            update login l set disabled_at = $2, password_hash = null from deleted where l.user_name = deleted.user_name""";

    private final Database database;

    ServiceAccountRepository(Database database) {
        this.database = database;
    }

    /** Whether the user name was free. */
    Uni<Boolean> insert(ServiceAccountView made, String hash) {
        return database.change(
                        INSERT,
                        made.id(),
                        made.userName(),
                        made.name(),
                        made.role().text(),
                        made.organizationId(),
                        made.createdAt(),
                        hash)
                .map(inserted -> inserted == 1);
    }

    Uni<List<ServiceAccountView>> read(UUID id) {
        return database.read(COLUMNS + LIVE + " and id = $1", id).map(ServiceAccountRepository::views);
    }

    Uni<Boolean> has(String userName) {
        return database.read("select 1 from service_account where user_name = $1", userName)
                .map(rows -> !rows.isEmpty());
    }

    Uni<Boolean> everExisted(UUID id) {
        return database.read("select 1 from service_account where id = $1", id).map(rows -> !rows.isEmpty());
    }

    /** Whether there was something to delete. */
    Uni<Boolean> delete(UUID id, Instant now) {
        return database.change(DELETE, id, now).map(deleted -> deleted == 1);
    }

    Uni<Found<ServiceAccountView>> page(Page page) {
        return database.read("select count(*)" + LIVE)
                .chain(total -> database.read(
                                COLUMNS + LIVE + " and ($1::uuid is null or id > $1) order by id limit $2",
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(total.get(0).getLong(0), views(rows))));
    }

    private static List<ServiceAccountView> views(List<Row> rows) {
        return rows.stream().map(ServiceAccountRepository::view).toList();
    }

    private static ServiceAccountView view(Row row) {
        return new ServiceAccountView(
                row.getUUID("id"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getUUID("organization_id"),
                row.getString("user_name"),
                Columns.instant(row, "created_at"));
    }
}
