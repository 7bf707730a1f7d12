package io.partnercompetencies.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnercompetencies.database.Aside;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What operators watch: how much waits, and whether anything that is due is not done. */
@Singleton
class SyncGauges {

    private static final String NAME = "sync-gauges";

    /**
     * A pass begins at the same tick. Adding up what waits in a hundred thousand organisations would cost it time, and
     * show what it is just about to count; a pass that takes longer does not keep the gauges waiting.
     */
    private static final Duration AFTER_A_PASS_BEGINS = Duration.ofMillis(2500);

    private static final String WATCHED = """
            select (select coalesce(sum(pending), 0)::bigint from standing where pending > 0) as pending,
                   (select min(next_due_at) from standing where next_due_at <= $1) as overdue,
                   (select min(started_at) from user_import where status = 'RUNNING') as users,
                   (select min(started_at) from achievement_import
                    where status = 'RUNNING' and finished_at is null) as achievements,
                   (select min(started_at) from organization_merge where status = 'RUNNING') as merges""";

    private final Database database;
    private final Clock clock;
    private final JobRuns runs;
    private final Aside aside;
    private volatile Seen seen = new Seen(0, 0, 0, 0, 0);

    /** Achievements that wait, and for how many seconds the oldest of each kind of work has been waiting. */
    private record Seen(long pending, double overdue, double users, double achievements, double merges) {}

    SyncGauges(Database database, Clock clock, MeterRegistry metrics, JobRuns runs, Aside aside) {
        this.runs = runs;
        this.aside = aside;
        this.database = database;
        this.clock = clock;
        Gauge.builder("competencies.pending.achievements", () -> seen.pending())
                .description("Achievements that wait until they count")
                .register(metrics);
        Gauge.builder("competencies.sync.overdue", () -> seen.overdue())
                .baseUnit("seconds")
                .description("How long the oldest organization that is due has been waiting")
                .register(metrics);
        watch("user-import", () -> seen.users(), metrics);
        watch("achievement-import", () -> seen.achievements(), metrics);
        watch("merge", () -> seen.merges(), metrics);
    }

    private static void watch(String kind, Supplier<Number> oldest, MeterRegistry metrics) {
        Gauge.builder("competencies.unfinished.oldest", oldest)
                .baseUnit("seconds")
                .description("How long ago the oldest import or merge began that is not finished")
                .tag("kind", kind)
                .register(metrics);
    }

    @Scheduled(
            every = "{competencies.sync.every}",
            identity = NAME,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runs.end(
                NAME,
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(AFTER_A_PASS_BEGINS)
                        .chain(() -> aside.run(() -> read(clock.instant()))),
                "The gauges keep their last values");
    }

    Uni<Void> read(Instant now) {
        return database.read(WATCHED, now)
                .map(rows -> rows.get(0))
                .invoke(row -> seen = seen(row, now))
                .replaceWithVoid();
    }

    private static Seen seen(Row row, Instant now) {
        return new Seen(
                row.getLong("pending"),
                age(row, "overdue", now),
                age(row, "users", now),
                age(row, "achievements", now),
                age(row, "merges", now));
    }

    private static double age(Row row, String column, Instant now) {
        var since = Columns.instant(row, column);
        return since == null ? 0 : Duration.between(since, now).toMillis() / 1000.0;
    }
}
