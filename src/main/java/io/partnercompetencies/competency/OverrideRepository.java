package io.partnercompetencies.competency;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.rules.Level;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Singleton
class OverrideRepository {

    private static final String WHERE =
            " from level_override where organization_id = $1 and ($2 or ended_at is null and until > $3)";

    private final Database database;

    OverrideRepository(Database database) {
        this.database = database;
    }

    Uni<Void> insert(UUID organizationId, OverrideView made) {
        return database.change(
                        """
                        insert into level_override
                          (organization_id, id, competency_id, level, reason, until, created_at, created_by)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)""",
                        organizationId,
                        made.id(),
                        made.competencyId(),
                        made.level(),
                        made.reason(),
                        made.until(),
                        made.createdAt(),
                        made.createdBy())
                .replaceWithVoid();
    }

    Uni<List<OverrideView>> read(UUID organizationId, UUID id) {
        return database.read("select * from level_override where organization_id = $1 and id = $2", organizationId, id)
                .map(OverrideRepository::views);
    }

    Uni<Void> end(UUID organizationId, UUID id, Instant at, String by) {
        return database.change(
                        "update level_override set ended_at = $3, ended_by = $4 where organization_id = $1 and id = $2",
                        organizationId,
                        id,
                        at,
                        by)
                .replaceWithVoid();
    }

    Uni<Found<OverrideView>> page(UUID organizationId, boolean includeEnded, Instant now, Page page) {
        return database.read("select count(*)" + WHERE, organizationId, includeEnded, now)
                .chain(total -> database.read(
                                "select *" + WHERE + " and ($4::uuid is null or id > $4) order by id limit $5",
                                organizationId,
                                includeEnded,
                                now,
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(total.get(0).getLong(0), views(rows))));
    }

    private static List<OverrideView> views(List<Row> rows) {
        return rows.stream().map(OverrideRepository::view).toList();
    }

    private static OverrideView view(Row row) {
        return new OverrideView(
                row.getUUID("id"),
                row.getString("competency_id"),
                Level.valueOf(row.getString("level")),
                row.getString("reason"),
                Columns.instant(row, "until"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.instant(row, "ended_at"),
                row.getString("ended_by"));
    }
}
