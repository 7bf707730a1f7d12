package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.organization.Settlement;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.rules.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes evaluations: what is held by them, since when levels are met, and where the organisations stand. */
@Singleton
class Verdicts {

    private final Memberships memberships;
    private final LevelHistory history;
    private final Standings standings;
    private final Snapshots snapshots;
    private final CatalogueReleases releases;

    Verdicts(
            Memberships memberships,
            LevelHistory history,
            Standings standings,
            Snapshots snapshots,
            CatalogueReleases releases) {
        this.memberships = memberships;
        this.history = history;
        this.standings = standings;
        this.snapshots = snapshots;
        this.releases = releases;
    }

    Uni<List<Judgement>> write(List<Evaluation> evaluations, Cause cause, List<Loss> lost) {
        var stored = evaluations.stream()
                .map(Evaluation::before)
                .collect(Collectors.toMap(Standing::organizationId, before -> snapshots.read(before.snapshot())));
        var judgements = evaluations.stream()
                .map(evaluation ->
                        evaluation.judgement(stored.get(evaluation.before().organizationId()), cause, lost))
                .toList();
        return memberships
                .judged(judgements)
                .chain(holdings -> standings.settle(settlements(evaluations, holdings), releases.isLeading()))
                .chain(() -> history.write(turns(evaluations, stored)))
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
        return evaluation.settlement(snapshots.write(snapshot), holding, releases.own());
    }

    private static List<LevelHistory.Turn> turns(List<Evaluation> evaluations, Map<UUID, Snapshot> stored) {
        return evaluations.stream()
                .flatMap(evaluation ->
                        LevelHistory.turns(stored.get(evaluation.before().organizationId()), evaluation).stream())
                .toList();
    }
}
