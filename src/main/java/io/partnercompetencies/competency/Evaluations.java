package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.competency.EvaluationMetrics.Trigger;
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
    private final Snapshots snapshots;
    private final Workers workers;
    private final Verdicts verdicts;
    private final EvaluationMetrics metrics;

    Evaluations(
            Database database,
            Standings standings,
            FactsReader facts,
            Catalogue catalogue,
            NextTurn turns,
            Snapshots snapshots,
            Workers workers,
            Verdicts verdicts,
            EvaluationMetrics metrics) {
        this.database = database;
        this.standings = standings;
        this.facts = facts;
        this.catalogue = catalogue;
        this.turns = turns;
        this.snapshots = snapshots;
        this.workers = workers;
        this.verdicts = verdicts;
        this.metrics = metrics;
    }

    @Override
    public Uni<Void> on(Change change) {
        return judge(change).replaceWithVoid();
    }

    /** Evaluates an organisation at once, losses only. */
    public Uni<Judgement> judge(Change change) {
        return standings
                .lock(List.of(change.organizationId()))
                .chain(locked -> metrics.of(Trigger.CHANGE, () -> lose(locked, change)))
                .map(judged -> judged.get(0));
    }

    private Uni<List<Judgement>> lose(List<Standing> locked, Change change) {
        return evaluate(
                        locked,
                        standing -> standing.notBeforeEvaluation(change.at()),
                        (before, gathered) -> Evaluation.of(
                                before,
                                gathered,
                                catalogue,
                                change.at(),
                                before.standing().countedThrough()))
                .chain(evaluations -> verdicts.write(evaluations, change.cause(), change.losses()));
    }

    /**
     * Evaluates organisations that a scheduled pass has claimed, gains included: each at the first instant at which
     * something of it turned. Where more has turned by now it stays due.
     */
    public Uni<List<Judgement>> pass(List<Standing> claimed, Instant now) {
        return metrics.of(
                Trigger.PASS,
                () -> evaluate(claimed, Standing::dueAt, (before, gathered) -> {
                            var at = turns.of(before, gathered, now);
                            return Evaluation.of(before, gathered, catalogue, at, at.isAfter(now) ? now : at);
                        })
                        .chain(evaluations -> verdicts.write(evaluations, null, List.of())));
    }

    /** Evaluates organisations whose facts a scheduled job has changed, at this very instant, gains included. */
    public Uni<List<Judgement>> count(List<Standing> locked, Instant now) {
        return metrics.of(
                Trigger.JOB,
                () -> evaluate(
                                locked,
                                standing -> standing.notBeforeEvaluation(now),
                                (before, gathered) -> Evaluation.of(before, gathered, catalogue, now, now))
                        .chain(evaluations -> verdicts.write(evaluations, null, List.of())));
    }

    private Uni<List<Evaluation>> evaluate(
            List<Standing> locked, Function<Standing, Instant> from, BiFunction<Before, Facts, Evaluation> judge) {
        return facts.facts(database::rows, locked, from)
                .chain(gathered -> workers.judge(
                        locked.size(),
                        () -> locked.stream()
                                .map(standing -> new Before(standing, snapshots.read(standing)))
                                .map(before -> judge.apply(
                                        before, gathered.get(before.standing().organizationId())))
                                .toList()));
    }
}
