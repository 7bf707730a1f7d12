package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.organization.Settlement;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.rules.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes evaluations: what is held by them, since when levels are met, and where the organisations stand. */
@Singleton
class Verdicts {

    private final Memberships memberships;
    private final LevelHistory history;
    private final Standings standings;
    private final Snapshots snapshots;
    private final CatalogueReleases releases;
    private final Workers workers;

    Verdicts(
            Memberships memberships,
            LevelHistory history,
            Standings standings,
            Snapshots snapshots,
            CatalogueReleases releases,
            Workers workers) {
        this.memberships = memberships;
        this.history = history;
        this.standings = standings;
        this.snapshots = snapshots;
        this.releases = releases;
        this.workers = workers;
    }

    Uni<List<Judgement>> write(List<Evaluation> evaluations, Cause cause, List<Loss> lost) {
        var judgements = evaluations.stream()
                .map(evaluation -> evaluation.judgement(cause, lost))
                .toList();
        return memberships
                .judged(judgements)
                .chain(holdings -> workers.judge(evaluations.size(), () -> settlements(evaluations, holdings)))
                .chain(settlements -> standings.settle(settlements, releases.isLeading()))
                .chain(() -> history.write(turns(evaluations)))
                .replaceWith(judgements);
    }

    private List<Settlement> settlements(List<Evaluation> evaluations, Map<UUID, Holding> holdings) {
        return evaluations.stream()
                .map(evaluation -> settlement(
                        evaluation, holdings.getOrDefault(evaluation.before().organizationId(), Holding.NONE)))
                .toList();
    }

    private Settlement settlement(Evaluation evaluation, Holding holding) {
        var snapshot = Snapshot.of(evaluation.statuses(), holding);
        return evaluation.settlement(
                snapshots.write(snapshot, evaluation.moment().at()), holding, releases.own());
    }

    private static List<LevelHistory.Turn> turns(List<Evaluation> evaluations) {
        return evaluations.stream()
                .flatMap(evaluation -> LevelHistory.turns(evaluation).stream())
                .toList();
    }
}
