package io.partnercompetencies.membership;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Merge;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * What put the renewal of an absorbed organisation at risk goes on as the surviving one's alert, with its cause and its
 * people, where the risk goes on.
 */
@Singleton
class MergedAlerts {

    private static final String TAKE = """
            insert into alert
              (organization_id, id, type, competency_id, level, cause, people, achievements, bites_on, raised_at)
            select $2, id, type, competency_id, level, cause, people, achievements, $4, $3
            from alert where organization_id = $1 and type = 'RENEWAL_AT_RISK' and cleared_at is null
            on conflict (organization_id, type, competency_id, level) where cleared_at is null do nothing""";

    private static final String CLEAR =
            "update alert set cleared_at = greatest($2, raised_at) where organization_id = $1 and cleared_at is null";

    /** Of what the first evaluation cleared the surviving organisation never learnt. */
    private static final String FORGET = """
            delete from alert
            where organization_id = $2 and raised_at = $3 and cleared_at is not null
              and id in (select id from alert where organization_id = $1)""";

    private final Database database;

    MergedAlerts(Database database) {
        this.database = database;
    }

    /** @param term of the surviving organisation from now on */
    Uni<Void> take(Merge merge, Term term) {
        return database.change(TAKE, merge.absorbed(), merge.surviving(), merge.at(), term.expiresOn())
                .replaceWithVoid();
    }

    Uni<Void> clear(Merge merge) {
        return database.change(CLEAR, merge.absorbed(), merge.at()).replaceWithVoid();
    }

    Uni<Void> forgetWhatIsOver(Merge merge) {
        return database.change(FORGET, merge.absorbed(), merge.surviving(), merge.at())
                .replaceWithVoid();
    }
}
