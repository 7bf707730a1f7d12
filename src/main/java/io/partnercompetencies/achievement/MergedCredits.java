package io.partnercompetencies.achievement;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Merge;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * What running associations bring an organisation that becomes part of another one. It counts there from when it counted
 * before; that the other one knew nothing of it until the merge, the association says.
 */
@Singleton
public class MergedCredits {

    private static final String COPY = """
            insert into credit
              (organization_id, association_id, achievement_id, user_id, account_id, type, credential, fits, achieved_at,
               counts_from, known_from, expires_at, revoked_at)
            select $2, association_id, achievement_id, user_id, account_id, type, credential, fits, achieved_at,
                   counts_from, known_from, expires_at, revoked_at
            from credit where organization_id = $1 and ended_at is null""";

    /** What is kept of a change holds until just after it, which may be after the merge. */
    private static final String COPY_FORMER = """
            insert into former_credit (organization_id, association_id, achievement_id, until, known_from, expires_at)
            select $2, f.association_id, f.achievement_id, f.until, f.known_from, f.expires_at
            from former_credit f
            join credit c on c.organization_id = f.organization_id and c.association_id = f.association_id
              and c.achievement_id = f.achievement_id
            where f.organization_id = $1 and f.until > $3 and c.ended_at is null""";

    private static final String END =
            "update credit set ended_at = $2, end_cause = 'MERGED' where organization_id = $1 and ended_at is null";

    private final Database database;

    MergedCredits(Database database) {
        this.database = database;
    }

    /** @return how many credits go on */
    public Uni<Integer> copy(Merge merge) {
        return database.change(COPY, merge.absorbed(), merge.surviving())
                .call(() -> database.change(COPY_FORMER, merge.absorbed(), merge.surviving(), merge.at()));
    }

    public Uni<Void> end(Merge merge) {
        return database.change(END, merge.absorbed(), merge.at()).replaceWithVoid();
    }
}
