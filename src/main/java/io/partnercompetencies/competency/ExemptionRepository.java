package io.partnercompetencies.competency;

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
class ExemptionRepository {

    private static final String WHERE = " from exemption where ($1 or ended_at is null)";

    private final Database database;

    ExemptionRepository(Database database) {
        this.database = database;
    }

    Uni<Void> insert(ExemptionView made) {
        return database.change(
                        """
                        insert into exemption
                          (id, competencies, anniversary_from, anniversary_to, reason, created_at, created_by)
                        values ($1, $2, $3, $4, $5, $6, $7)""",
                        made.id(),
                        made.competencies() == null ? null : made.competencies().toArray(String[]::new),
                        made.anniversaryFrom(),
                        made.anniversaryTo(),
                        made.reason(),
                        made.createdAt(),
                        made.createdBy())
                .replaceWithVoid();
    }

    Uni<List<ExemptionView>> read(UUID id) {
        return database.read("select * from exemption where id = $1", id).map(ExemptionRepository::views);
    }

    Uni<List<ExemptionView>> lock(UUID id) {
        return database.rows("select * from exemption where id = $1 for update", id)
                .map(ExemptionRepository::views);
    }

    Uni<Void> end(UUID id, Instant now, String by) {
        return database.change(
                        "update exemption set ended_at = greatest($2, created_at), ended_by = $3 where id = $1",
                        id,
                        now,
                        by)
                .replaceWithVoid();
    }

    Uni<Found<ExemptionView>> page(boolean includeEnded, Page page) {
        return database.read("select count(*)" + WHERE, includeEnded)
                .chain(total -> database.read(
                                "select *" + WHERE + " and ($2::uuid is null or id > $2) order by id limit $3",
                                includeEnded,
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(total.get(0).getLong(0), views(rows))));
    }

    private static List<ExemptionView> views(List<Row> rows) {
        return rows.stream().map(ExemptionRepository::view).toList();
    }

    private static ExemptionView view(Row row) {
        var competencies = row.getArrayOfStrings("competencies");
        return new ExemptionView(
                row.getUUID("id"),
                competencies == null ? null : List.of(competencies),
                row.getLocalDate("anniversary_from"),
                row.getLocalDate("anniversary_to"),
                row.getString("reason"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.instant(row, "ended_at"),
                row.getString("ended_by"));
    }
}
