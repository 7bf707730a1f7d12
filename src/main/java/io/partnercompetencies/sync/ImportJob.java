package io.partnercompetencies.sync;

import io.partnercompetencies.user.ImportWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Goes on with imports of employees, also those that a copy left behind which is no more. */
@Singleton
public class ImportJob {

    private static final Logger LOG = Logger.getLogger(ImportJob.class);

    private final ImportWork work;

    ImportJob(ImportWork work) {
        this.work = work;
    }

    @Scheduled(
            every = "{competencies.import.every}",
            identity = "import",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return work.runAll()
                .onFailure()
                .invoke(failure -> LOG.warnf("Imports wait for the next run: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /** @return how many rows were taken, some of each import */
    public Uni<Integer> runOnce(Instant now) {
        return work.runOnce(now);
    }
}
