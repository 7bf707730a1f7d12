package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.rules.Level;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Singleton
class HeldLevelRepository {

    record At(UUID organizationId, HeldLevel level, Instant at) {}

    private final Database database;

    HeldLevelRepository(Database database) {
        this.database = database;
    }

    Uni<List<Held>> ever(Collection<UUID> organizations) {
        return database.rows("""
                        select organization_id, competency_id, level, bool_or(until is null) as now
                        from held_level where organization_id = any($1) group by organization_id, competency_id, level""", (Object) organizations.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(HeldLevelRepository::held).toList());
    }

    /** What is held now, by itself. */
    Uni<List<HeldLevel>> held(UUID organizationId) {
        return database.read(
                        "select competency_id, level from held_level where organization_id = $1 and until is null",
                        organizationId)
                .map(rows -> rows.stream().map(HeldLevelRepository::level).toList());
    }

    Uni<Void> begin(List<At> won) {
        return won.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change(
                                """
                                insert into held_level (organization_id, competency_id, level, since)
                                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
                                on conflict (organization_id, competency_id, level, since) do update set until = null""",
                                organizations(won),
                                Columns.texts(won, row -> row.level().competencyId()),
                                Columns.texts(won, row -> row.level().level()),
                                Columns.instants(won, At::at))
                        .replaceWithVoid();
    }

    Uni<Void> end(List<At> lost) {
        return lost.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change(
                                """
                                update held_level h set until = n.at
                                from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
                                     as n(organization_id, competency_id, level, at)
                                where h.organization_id = n.organization_id and h.competency_id = n.competency_id
                                  and h.level = n.level and h.until is null""",
                                organizations(lost),
                                Columns.texts(lost, row -> row.level().competencyId()),
                                Columns.texts(lost, row -> row.level().level()),
                                Columns.instants(lost, At::at))
                        .replaceWithVoid();
    }

    /** Everything that one organisation holds. */
    Uni<Void> endAll(UUID organizationId, Instant now) {
        return database.change(
                        "update held_level set until = $2 where organization_id = $1 and until is null",
                        organizationId,
                        now)
                .replaceWithVoid();
    }

    static Held held(Row row) {
        return new Held(row.getUUID("organization_id"), level(row), row.getBoolean("now"));
    }

    private static HeldLevel level(Row row) {
        return new HeldLevel(row.getString("competency_id"), Level.valueOf(row.getString("level")));
    }

    private static UUID[] organizations(List<At> rows) {
        return Columns.ids(rows, At::organizationId);
    }
}
