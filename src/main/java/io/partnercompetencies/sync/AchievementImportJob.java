package io.partnercompetencies.sync;

import io.partnercompetencies.achievement.AchievementImportWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Goes on with imports of achievements, also those that a copy left behind which is no more. */
@Singleton
public class AchievementImportJob {

    private static final Logger LOG = Logger.getLogger(AchievementImportJob.class);

    private final AchievementImportWork work;

    AchievementImportJob(AchievementImportWork work) {
        this.work = work;
    }

    @Scheduled(
            every = "{competencies.import.every}",
            identity = "achievement-import",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return work.runAll()
                .onFailure()
                .invoke(failure -> LOG.warnf("Imports wait for the next run: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /** @return how many batches were taken, some of each import */
    public Uni<Integer> runOnce(Instant now) {
        return work.runOnce(now);
    }
}
