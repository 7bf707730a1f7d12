package io.partnercompetencies.competency;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Merge;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Overrides in force of an organisation that becomes part of another one, which has them from the merge on. */
@Singleton
public class MergedOverrides {

    private static final String COPY = """
            insert into level_override (organization_id, id, competency_id, level, reason, until, created_at, created_by)
            select $2, v.id, v.competency_id, v.level, v.reason, v.until, $3, v.created_by
            from level_override v
            where v.organization_id = $1 and v.ended_at is null and v.until > $3""";

    private static final String END = """
            update level_override set ended_at = $2, ended_by = $3
            where organization_id = $1 and ended_at is null and until > $2""";

    private final Database database;

    MergedOverrides(Database database) {
        this.database = database;
    }

    public Uni<Void> move(Merge merge) {
        return database.change(COPY, merge.absorbed(), merge.surviving(), merge.at())
                .chain(() -> database.change(END, merge.absorbed(), merge.at(), merge.by()))
                .replaceWithVoid();
    }
}
