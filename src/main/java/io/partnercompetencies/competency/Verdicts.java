package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEvents;
import io.partnercompetencies.organization.Settlement;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.rules.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Writes evaluations: what is held by them, since when levels are met, where the organisations stand, and what there is
 * to tell of it.
 */
@Singleton
class Verdicts {

    private record Outcome(Settlement settlement, List<PartnerEvent> events) {}

    private final Memberships memberships;
    private final LevelHistory history;
    private final Standings standings;
    private final Snapshots snapshots;
    private final CatalogueReleases releases;
    private final Workers workers;
    private final StatusEvents tidings;
    private final PartnerEvents events;

    Verdicts(
            Memberships memberships,
            LevelHistory history,
            Standings standings,
            Snapshots snapshots,
            CatalogueReleases releases,
            Workers workers,
            StatusEvents tidings,
            PartnerEvents events) {
        this.memberships = memberships;
        this.history = history;
        this.standings = standings;
        this.snapshots = snapshots;
        this.releases = releases;
        this.workers = workers;
        this.tidings = tidings;
        this.events = events;
    }

    Uni<List<Judgement>> write(List<Evaluation> evaluations, Cause cause, List<Loss> lost) {
        var judgements = evaluations.stream()
                .map(evaluation -> evaluation.judgement(cause, lost))
                .toList();
        return memberships
                .judged(judgements)
                .chain(holdings -> workers.judge(evaluations.size(), () -> outcomes(evaluations, judgements, holdings)))
                .call(outcomes -> write(evaluations, outcomes))
                .replaceWith(judgements);
    }

    /** One is put together while the server is at the one before; none needs the other's answer. */
    private Uni<Void> write(List<Evaluation> evaluations, List<Outcome> outcomes) {
        var settlements = outcomes.stream().map(Outcome::settlement).toList();
        return Uni.join()
                .all(
                        standings.settle(settlements, releases.isLeading()),
                        Uni.createFrom().deferred(() -> history.write(turns(evaluations))),
                        Uni.createFrom().deferred(() -> events.tell(told(outcomes))))
                .andFailFast()
                .replaceWithVoid();
    }

    private static List<PartnerEvent> told(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.events().stream()).toList();
    }

    private List<Outcome> outcomes(
            List<Evaluation> evaluations, List<Judgement> judgements, Map<UUID, Holding> holdings) {
        return IntStream.range(0, evaluations.size())
                .mapToObj(i -> outcome(
                        evaluations.get(i),
                        judgements.get(i),
                        holdings.getOrDefault(judgements.get(i).organizationId(), Holding.NONE)))
                .toList();
    }

    private Outcome outcome(Evaluation evaluation, Judgement judgement, Holding holding) {
        var snapshot = Snapshot.of(evaluation.statuses(), holding);
        var written = snapshots.write(snapshot, evaluation.moment().at());
        return new Outcome(
                evaluation.settlement(written, holding, releases.own()), tidings.of(evaluation, snapshot, judgement));
    }

    private static List<LevelHistory.Turn> turns(List<Evaluation> evaluations) {
        return evaluations.stream()
                .flatMap(evaluation -> LevelHistory.turns(evaluation).stream())
                .toList();
    }
}
