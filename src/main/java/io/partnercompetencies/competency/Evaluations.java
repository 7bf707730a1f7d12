package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.organization.OrganizationChanged;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.rules.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Evaluates organisations and writes what came out, in the caller's transaction and under the lock of their standings.
 * A pass counts gains through its own instant; everything else leaves the horizon where it is (T2, T3).
 */
@ApplicationScoped
public class Evaluations implements OrganizationChanged {

    private final Database database;
    private final Standings standings;
    private final FactsReader facts;
    private final Catalogue catalogue;
    private final Verdicts verdicts;

    Evaluations(Database database, Standings standings, FactsReader facts, Catalogue catalogue, Verdicts verdicts) {
        this.database = database;
        this.standings = standings;
        this.facts = facts;
        this.catalogue = catalogue;
        this.verdicts = verdicts;
    }

    @Override
    public Uni<Void> on(Change change) {
        return judge(change).replaceWithVoid();
    }

    /** Evaluates an organisation at once, losses only. */
    public Uni<Judgement> judge(Change change) {
        return standings
                .lock(List.of(change.organizationId()))
                .chain(locked ->
                        evaluate(locked, change.at(), Standing::countedThrough, change.cause(), change.losses()))
                .map(judged -> judged.get(0));
    }

    /** Evaluates organisations that a scheduled pass has claimed, gains included. */
    public Uni<List<Judgement>> pass(List<Standing> claimed, Instant now) {
        return evaluate(claimed, now, standing -> now, null, List.of());
    }

    private Uni<List<Judgement>> evaluate(
            List<Standing> locked, Instant now, Function<Standing, Instant> horizon, Cause cause, List<Loss> lost) {
        return facts.facts(database::rows, locked, now)
                .map(gathered -> locked.stream()
                        .map(standing -> Evaluation.of(
                                standing,
                                gathered.get(standing.organizationId()),
                                catalogue,
                                now,
                                horizon.apply(standing)))
                        .toList())
                .chain(evaluations -> verdicts.write(evaluations, cause, lost));
    }
}
