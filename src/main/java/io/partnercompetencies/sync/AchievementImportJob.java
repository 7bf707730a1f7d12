package io.partnercompetencies.sync;

import io.partnercompetencies.achievement.AchievementImportWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Goes on with imports of achievements, also those that a copy left behind which is no more. */
@Singleton
public class AchievementImportJob {

    private static final String NAME = "achievement-import";

    private final AchievementImportWork work;
    private final JobRuns runs;

    AchievementImportJob(AchievementImportWork work, JobRuns runs) {
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

    /** @return how many batches were taken, some of each import */
    public Uni<Integer> runOnce(Instant now) {
        return work.runOnce(now);
    }
}
