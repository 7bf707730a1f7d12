package io.partnercompetencies.sync;

import io.partnercompetencies.user.ImportWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Goes on with imports of employees, also those that a copy left behind which is no more. */
@Singleton
public class ImportJob {

    private static final String NAME = "import";

    private final ImportWork work;
    private final JobRuns runs;

    ImportJob(ImportWork work, JobRuns runs) {
        this.runs = runs;
        this.work = work;
    }

    @Scheduled(
            every = "{competencies.import.every}",
            identity = NAME,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runs.end(NAME, work.runAll(), "Imports wait for the next run");
    }

    /** @return how many rows were taken, some of each import */
    public Uni<Integer> runOnce(Instant now) {
        return work.runOnce(now);
    }
}
