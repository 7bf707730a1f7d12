package io.partnercompetencies.organization;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class LocationRepository {

    /** The company's own MPN id is a place, too: a figure may name it. */
    private static final String NAMES = """
            select mpn_id, name from location where organization_id = $1 and mpn_id = any($2)
            union all
            select mpn_id, name from organization where id = $1 and mpn_id = any($2)""";

    private final Database database;

    LocationRepository(Database database) {
        this.database = database;
    }

    Uni<Void> insert(UUID organizationId, LocationView made) {
        return database.change(
                        """
                        insert into location (organization_id, id, mpn_id, name, country, created_at)
                        values ($1, $2, $3, $4, $5, $6)""", organizationId, made.id(), made.mpnId(), made.name(), made.country(), made.createdAt())
                .replaceWithVoid();
    }

    Uni<Boolean> isTaken(UUID organizationId, String mpnId) {
        return database.rows("select 1 from location where organization_id = $1 and mpn_id = $2", organizationId, mpnId)
                .map(rows -> !rows.isEmpty());
    }

    Uni<Found<LocationView>> page(UUID organizationId, Page page) {
        return database.read("select count(*) from location where organization_id = $1", organizationId)
                .chain(total -> database.read(
                                "select * from location where organization_id = $1 and ($2::uuid is null or id > $2)"
                                        + " order by id limit $3",
                                organizationId,
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(
                                total.get(0).getLong(0),
                                rows.stream().map(LocationRepository::view).toList())));
    }

    Uni<Map<String, String>> names(Statements in, UUID organizationId, Collection<String> mpnIds) {
        return in.rows(NAMES, organizationId, mpnIds.toArray(String[]::new))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.getString("mpn_id"), row -> row.getString("name"))));
    }

    private static LocationView view(Row row) {
        return new LocationView(
                row.getUUID("id"),
                row.getString("mpn_id"),
                row.getString("name"),
                row.getString("country"),
                Columns.instant(row, "created_at"));
    }
}
