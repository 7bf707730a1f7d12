package io.partnercompetencies.sync;

import io.partnercompetencies.access.SignInFailures;
import io.partnercompetencies.achievement.DiscardedImports;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.user.UserImports;
import io.partnercompetencies.webhook.Events;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets what has had its time: kept answers, failed sign-ins, events, imports, and their passwords that nobody has
 * fetched.
 */
@Singleton
class TidyJob {

    private static final String NAME = "tidy";
    private static final Duration KEPT = Duration.ofHours(24);

    private final Idempotency idempotency;
    private final SignInFailures failures;
    private final UserImports imports;
    private final DiscardedImports discarded;
    private final Events events;
    private final Clock clock;
    private final JobRuns runs;

    TidyJob(
            Idempotency idempotency,
            SignInFailures failures,
            UserImports imports,
            DiscardedImports discarded,
            Events events,
            Clock clock,
            JobRuns runs) {
        this.runs = runs;
        this.idempotency = idempotency;
        this.failures = failures;
        this.imports = imports;
        this.discarded = discarded;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(
            every = "{competencies.tidy.every}",
            identity = NAME,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runs.end(NAME, runOnce(clock.instant()), "Tidying waits for the next run");
    }

    /** @return how many answers were forgotten, ten thousand at most */
    Uni<Integer> runOnce(Instant now) {
        return failures.forget(now)
                .chain(() -> imports.tidy(now))
                .chain(() -> discarded.tidy(now))
                .chain(() -> events.tidy(now))
                .chain(() -> idempotency.forget(now.minus(KEPT)));
    }
}
