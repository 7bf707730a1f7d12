package io.partnercompetencies.sync;

import io.partnercompetencies.merger.MergeWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Does the merges that were ordered, also those that a copy left behind which is no more. */
@Singleton
public class MergeJob {

    private static final Logger LOG = Logger.getLogger(MergeJob.class);

    private final MergeWork work;
    private final Clock clock;

    MergeJob(MergeWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(
            every = "{competencies.merge.every}",
            identity = "merge",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runOnce(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warnf("Merges wait for the next run: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /** @return how many merges were looked at */
    public Uni<Integer> runOnce(Instant now) {
        return work.runOnce(now);
    }
}
