package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.OrganizationChanged;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.rules.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Evaluates organisations and writes what came out, in the caller's transaction and under the lock of their standings.
 * A pass counts gains, in the order in which they were due; everything else leaves the horizon where it is (T2, T3).
 */
@ApplicationScoped
public class Evaluations implements OrganizationChanged {

    private final Database database;
    private final Standings standings;
    private final FactsReader facts;
    private final Catalogue catalogue;
    private final NextTurn turns;
    private final Verdicts verdicts;

    Evaluations(
            Database database,
            Standings standings,
            FactsReader facts,
            Catalogue catalogue,
            NextTurn turns,
            Verdicts verdicts) {
        this.database = database;
        this.standings = standings;
        this.facts = facts;
        this.catalogue = catalogue;
        this.turns = turns;
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
                .chain(locked -> evaluate(
                        locked,
                        standing -> standing.notBeforeEvaluation(change.at()),
                        (standing, gathered) ->
                                Evaluation.of(standing, gathered, catalogue, change.at(), standing.countedThrough())))
                .chain(evaluations -> verdicts.write(evaluations, change.cause(), change.losses()))
                .map(judged -> judged.get(0));
    }

    /**
     * Evaluates organisations that a scheduled pass has claimed, gains included: each at the first instant at which
     * something of it turned. Where more has turned by now it stays due.
     */
    public Uni<List<Judgement>> pass(List<Standing> claimed, Instant now) {
        return evaluate(claimed, Standing::dueAt, (standing, gathered) -> {
                    var at = turns.of(standing, gathered, now);
                    return Evaluation.of(standing, gathered, catalogue, at, at.isAfter(now) ? now : at);
                })
                .chain(evaluations -> verdicts.write(evaluations, null, List.of()));
    }

    /** Evaluates organisations whose facts a scheduled job has changed, at this very instant, gains included. */
    public Uni<List<Judgement>> count(List<Standing> locked, Instant now) {
        return evaluate(
                        locked,
                        standing -> standing.notBeforeEvaluation(now),
                        (standing, gathered) -> Evaluation.of(standing, gathered, catalogue, now, now))
                .chain(evaluations -> verdicts.write(evaluations, null, List.of()));
    }

    private Uni<List<Evaluation>> evaluate(
            List<Standing> locked, Function<Standing, Instant> from, BiFunction<Standing, Facts, Evaluation> judge) {
        return facts.facts(database::rows, locked, from)
                .map(gathered -> locked.stream()
                        .map(standing -> judge.apply(standing, gathered.get(standing.organizationId())))
                        .toList());
    }
}
