package io.partnercompetencies.competency;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MetBy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Since when a level is met, or is not. */
@Singleton
class LevelHistory {

    record Turn(UUID organizationId, String competencyId, Level level, Instant since, MetBy metBy) {}

    private final Database database;

    LevelHistory(Database database) {
        this.database = database;
    }

    static List<Turn> turns(Evaluation evaluation) {
        var before = evaluation.before().snapshot().met();
        return evaluation.statuses().stream()
                .flatMap(status -> status.levels().stream()
                        .filter(level ->
                                level.met() != before.contains(new HeldLevel(status.competencyId(), level.level())))
                        .map(level -> new Turn(
                                evaluation.before().organizationId(),
                                status.competencyId(),
                                level.level(),
                                evaluation.moment().at(),
                                level.metBy())))
                .toList();
    }

    Uni<Void> write(List<Turn> turns) {
        return turns.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change(
                                """
                                insert into level_history (organization_id, competency_id, level, since, met, met_by)
                                select organization_id, competency_id, level, since, met_by is not null, met_by
                                from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::text[])
                                     as n(organization_id, competency_id, level, since, met_by)
                                on conflict (organization_id, competency_id, level, since)
                                  do update set met = excluded.met, met_by = excluded.met_by""",
                                Columns.ids(turns, Turn::organizationId),
                                Columns.texts(turns, Turn::competencyId),
                                Columns.texts(turns, Turn::level),
                                Columns.instants(turns, Turn::since),
                                Columns.texts(turns, Turn::metBy))
                        .replaceWithVoid();
    }
}
