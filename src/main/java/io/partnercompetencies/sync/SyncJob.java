package io.partnercompetencies.sync;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.partnercompetencies.competency.CatalogueReleases;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Counts what is due. Every copy of the service runs this at once: each takes organisations that no other has (T4). A
 * pass without due work is one probe of an index.
 */
@Singleton
public class SyncJob {

    private static final String NAME = "sync";

    private final DueOrganizations due;
    private final CatalogueReleases releases;
    private final SyncPasses passes;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final JobRuns runs;

    SyncJob(
            DueOrganizations due,
            CatalogueReleases releases,
            SyncPasses passes,
            Clock clock,
            MeterRegistry metrics,
            JobRuns runs) {
        this.runs = runs;
        this.due = due;
        this.releases = releases;
        this.passes = passes;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Scheduled(
            every = "{competencies.sync.every}",
            identity = NAME,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runs.end(NAME, runOnce(clock.instant()), "The pass did not finish, the next one goes on");
    }

    /** @return how many organisations were evaluated */
    public Uni<Integer> runOnce(Instant now) {
        var timer = Timer.start(metrics);
        return releases.replaceable(now)
                .chain(release -> due.countAll(now, release))
                .call(() -> passes.finished(now))
                .onTermination()
                .invoke(() -> timer.stop(metrics.timer("competencies.sync.run")));
    }
}
