package io.partnercompetencies.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What operators watch: how much waits, and whether anything that is due is not counted. Two small index scans. */
@Singleton
class SyncGauges {

    private static final String WATCHED = """
            select (select coalesce(sum(pending), 0)::bigint from standing where pending > 0) as pending,
                   (select min(next_due_at) from standing where next_due_at <= $1) as overdue""";

    private final Database database;
    private final Clock clock;
    private final JobRuns runs;
    private volatile long pending;
    private volatile double overdueSeconds;

    SyncGauges(Database database, Clock clock, MeterRegistry metrics, JobRuns runs) {
        this.runs = runs;
        this.database = database;
        this.clock = clock;
        Gauge.builder("competencies.pending.achievements", () -> pending)
                .description("Achievements that wait until they count")
                .register(metrics);
        Gauge.builder("competencies.sync.overdue", () -> overdueSeconds)
                .baseUnit("seconds")
                .description("How long the oldest organization that is due has been waiting")
                .register(metrics);
    }

    @Scheduled(
            every = "{competencies.sync.every}",
            identity = "sync-gauges",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runs.end(read(clock.instant()), "The gauges keep their last values");
    }

    Uni<Void> read(Instant now) {
        return database.read(WATCHED, now)
                .map(rows -> rows.get(0))
                .invoke(row -> keep(row, now))
                .replaceWithVoid();
    }

    private void keep(Row row, Instant now) {
        var overdue = Columns.instant(row, "overdue");
        pending = row.getLong("pending");
        overdueSeconds = overdue == null ? 0 : Duration.between(overdue, now).toMillis() / 1000.0;
    }
}
