package io.partnercompetencies.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnercompetencies.competency.Evaluations;
import io.partnercompetencies.database.Aside;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Evaluates due organisations in batches, one transaction each, which commits whole or not at all. The organisations of
 * a batch that fails are tried again one at a time, so that one that cannot be evaluated never blocks the others (S4).
 */
@Singleton
class DueOrganizations {

    private static final Logger LOG = Logger.getLogger(DueOrganizations.class);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Database database;
    private final Standings standings;
    private final Evaluations evaluations;
    private final Counter failed;
    private final Aside aside;
    private final int largestBatch;
    private final int laneCount;

    DueOrganizations(
            Database database,
            Standings standings,
            Evaluations evaluations,
            MeterRegistry metrics,
            Aside aside,
            @ConfigProperty(name = "competencies.sync.batch-size") int largestBatch,
            @ConfigProperty(name = "competencies.sync.lanes") int laneCount) {
        this.database = database;
        this.standings = standings;
        this.evaluations = evaluations;
        this.failed = Counter.builder("competencies.sync.failures")
                .description("Organizations that could not be evaluated")
                .register(metrics);
        this.aside = aside;
        this.largestBatch = largestBatch;
        this.laneCount = laneCount;
    }

    /** @param release the highest release of the catalogue whose evaluations may be replaced */
    Uni<Integer> countAll(Instant now, int release) {
        return untilNothingIsDone(() -> countRound(now, release));
    }

    private Uni<Integer> countRound(Instant now, int release) {
        return standings
                .countDue(now, Portions.mostThatMatter(laneCount, largestBatch), release)
                .chain(due -> countInLanes(due, now, release));
    }

    /** Few are shared out once: whether that was all, one probe tells, and not an empty transaction of each lane. */
    private Uni<Integer> countInLanes(int due, Instant now, int release) {
        var portions = Portions.of(due, laneCount, largestBatch);
        Supplier<Uni<Integer>> batch = () -> countBatch(portions.organizations(), now, release);
        return inLanes(
                portions.lanes(),
                due < Portions.mostThatMatter(laneCount, largestBatch) ? batch : () -> untilNothingIsDone(batch));
    }

    private Uni<Integer> inLanes(int lanes, Supplier<Uni<Integer>> work) {
        return switch (lanes) {
            case 0 -> Uni.createFrom().item(0);
            case 1 -> work.get();
            default ->
                Uni.join()
                        .all(IntStream.range(0, lanes)
                                .mapToObj(lane -> aside.run(work))
                                .toList())
                        .andCollectFailures()
                        .map(counted ->
                                counted.stream().mapToInt(Integer::intValue).sum());
        };
    }

    private static Uni<Integer> untilNothingIsDone(Supplier<Uni<Integer>> work) {
        return Multi.createBy()
                .repeating()
                .uni(work::get)
                .whilst(counted -> counted > 0)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> countBatch(int size, Instant now, int release) {
        var claimed = new ArrayList<Standing>();
        return database.transaction(() -> standings
                        .claim(now, size, release)
                        .invoke(claimed::clear)
                        .invoke(claimed::addAll)
                        .chain(batch -> count(batch, now)))
                .onFailure()
                .recoverWithUni(failure -> claimed.isEmpty()
                        ? Uni.createFrom().failure(failure)
                        : database.afresh(() -> countEach(claimed, now)));
    }

    private Uni<Integer> count(List<Standing> claimed, Instant now) {
        return claimed.isEmpty()
                ? Uni.createFrom().item(0)
                : evaluations.pass(claimed, now).map(List::size);
    }

    private Uni<Integer> countEach(List<Standing> failed, Instant now) {
        return Multi.createFrom()
                .iterable(failed)
                .onItem()
                .transformToUniAndConcatenate(standing -> countOne(standing.organizationId(), now))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    /** Patiently: a single one of many thousand credits may be judged for longer than a batch may stand still. */
    private Uni<Integer> countOne(UUID organizationId, Instant now) {
        return database.transaction(
                        LONGEST, () -> standings.claimOne(organizationId, now).chain(claimed -> count(claimed, now)))
                .onFailure()
                .recoverWithUni(failure -> database.afresh(() -> Refusal.isOfTheDatabase(failure)
                        ? database.transaction(() -> standings.retrySoon(organizationId, now))
                                .replaceWith(1)
                        : postpone(organizationId, now, failure)));
    }

    private Uni<Integer> postpone(UUID organizationId, Instant now, Throwable failure) {
        LOG.errorf(failure, "Organization %s could not be evaluated; it is tried again later", organizationId);
        failed.increment();
        return database.transaction(() -> standings.postpone(organizationId, now))
                .replaceWith(1);
    }
}
