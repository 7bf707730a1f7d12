package io.partnercompetencies.organization;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.database.Versioned;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.rules.Market;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class OrganizationRepository implements PanacheRepositoryBase<OrganizationEntity, UUID> {

    private static final String COLUMNS =
            "select o.id, o.mpn_id, o.name, o.country, o.market, o.created_at, o.version, s.merged_into"
                    + " from organization o join standing s on s.organization_id = o.id ";

    private final Database database;

    OrganizationRepository(Database database) {
        this.database = database;
    }

    Uni<List<Versioned<OrganizationView>>> read(UUID id) {
        return database.read(COLUMNS + "where o.id = $1", id)
                .map(rows -> rows.stream().map(OrganizationRepository::view).toList());
    }

    Uni<List<OrganizationView>> page(String mpnId, Page page) {
        return database.read(
                        COLUMNS
                                + "where ($1::text is null or o.mpn_id = $1) and ($2::uuid is null or o.id > $2)"
                                + " order by o.id limit $3",
                        mpnId,
                        page.afterId(),
                        page.sizePlusOne())
                .map(rows -> rows.stream().map(row -> view(row).value()).toList());
    }

    Uni<Map<UUID, Market>> markets(Statements in, Collection<UUID> ids) {
        return in.rows("select id, market from organization where id = any($1)", (Object) ids.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getUUID("id"), row -> Market.valueOf(row.getString("market")))));
    }

    /** None for an organisation that did not exist then. */
    Uni<Optional<Market>> marketAt(Statements in, UUID id, Instant at) {
        return in.rows("""
                        select market from organization_market where organization_id = $1 and since <= $2
                        order by since desc limit 1""", id, at)
                .map(rows -> rows.stream().findFirst().map(row -> Market.valueOf(row.getString("market"))));
    }

    /** Keeps since when the market holds (R8). */
    Uni<Void> keepMarket(UUID id, Market market, Instant since) {
        return database.change("""
                        insert into organization_market (organization_id, since, market) values ($1, $2, $3)
                        on conflict (organization_id, since) do update set market = excluded.market""", id, since, market).replaceWithVoid();
    }

    Uni<Long> count(String mpnId) {
        return database.read("select count(*) from organization where $1::text is null or mpn_id = $1", mpnId)
                .map(rows -> rows.get(0).getLong(0));
    }

    private static Versioned<OrganizationView> view(Row row) {
        return new Versioned<>(
                row.getLong("version"),
                new OrganizationView(
                        row.getUUID("id"),
                        row.getString("mpn_id"),
                        row.getString("name"),
                        row.getString("country"),
                        Market.valueOf(row.getString("market")),
                        Columns.instant(row, "created_at"),
                        row.getUUID("merged_into")));
    }
}
