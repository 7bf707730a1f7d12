package io.partnercompetencies.sync;

import io.partnercompetencies.merger.MergeWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Does the merges that were ordered, also those that a copy left behind which is no more. */
@Singleton
public class MergeJob {

    private static final String NAME = "merge";

    private final MergeWork work;
    private final Clock clock;
    private final JobRuns runs;

    MergeJob(MergeWork work, Clock clock, JobRuns runs) {
        this.runs = runs;
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(
            every = "{competencies.merge.every}",
            identity = NAME,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runs.end(NAME, runOnce(clock.instant()), "Merges wait for the next run");
    }

    /** @return how many merges were looked at */
    public Uni<Integer> runOnce(Instant now) {
        return work.runOnce(now);
    }
}
