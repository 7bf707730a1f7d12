package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.database.Versioned;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class UserRepository implements PanacheRepositoryBase<UserEntity, UserEntity.Key> {

    private static final String COLUMNS =
            "select organization_id, id, first_name, last_name, display_name, email, roles,"
                    + " status, created_at, left_at, version, user_name from app_user ";

    private static final String WHERE = """
            where organization_id = $1 and ($2::text is null or status = $2)
              and ($3::text is null or lower(first_name) like $3 or lower(last_name) like $3
                   or lower(display_name) like $3 or lower(email) like $3)""";

    private final Database database;

    UserRepository(Database database) {
        this.database = database;
    }

    Uni<UserEntity> find(UUID organizationId, UUID userId) {
        return findById(new UserEntity.Key(organizationId, userId));
    }

    /** Until the transaction ends nobody changes the user. */
    Uni<UserEntity> lock(UUID organizationId, UUID userId) {
        return findById(new UserEntity.Key(organizationId, userId), LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<Versioned<UserView>>> read(UUID organizationId, UUID userId) {
        return database.read(COLUMNS + "where organization_id = $1 and id = $2", organizationId, userId)
                .map(rows -> rows.stream().map(UserRepository::view).toList());
    }

    Uni<Found<UserView>> page(UUID organizationId, UserStatus status, String startsWith, Page page) {
        var pattern = startsWith == null ? null : LikePattern.startingWith(startsWith);
        return database.read("select count(*) from app_user " + WHERE, organizationId, status, pattern)
                .chain(total -> database.read(
                                COLUMNS + WHERE + " and ($4::uuid is null or id > $4) order by id limit $5",
                                organizationId,
                                status,
                                pattern,
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(
                                total.get(0).getLong(0),
                                rows.stream().map(row -> view(row).value()).toList())));
    }

    Uni<Map<UUID, String>> displayNames(Statements in, UUID organizationId, Collection<UUID> users) {
        return in.rows(
                        "select id, display_name from app_user where organization_id = $1 and id = any($2)",
                        organizationId,
                        users.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getString("display_name"))));
    }

    private static Versioned<UserView> view(Row row) {
        return new Versioned<>(
                row.getLong("version"),
                new UserView(
                        row.getUUID("id"),
                        row.getUUID("organization_id"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("display_name"),
                        row.getString("email"),
                        Roles.texts(Role.set(row.getString("roles"))),
                        UserStatus.valueOf(row.getString("status")),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "left_at")));
    }
}
