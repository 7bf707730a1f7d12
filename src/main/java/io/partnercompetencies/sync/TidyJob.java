package io.partnercompetencies.sync;

import io.partnercompetencies.access.SignInFailures;
import io.partnercompetencies.achievement.DiscardedImports;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.user.UserImports;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Forgets what has had its time: kept answers, failed sign-ins, imports, and their passwords that nobody has fetched. */
@Singleton
class TidyJob {

    private static final Logger LOG = Logger.getLogger(TidyJob.class);
    private static final Duration KEPT = Duration.ofHours(24);

    private final Idempotency idempotency;
    private final SignInFailures failures;
    private final UserImports imports;
    private final DiscardedImports discarded;
    private final Clock clock;

    TidyJob(
            Idempotency idempotency,
            SignInFailures failures,
            UserImports imports,
            DiscardedImports discarded,
            Clock clock) {
        this.idempotency = idempotency;
        this.failures = failures;
        this.imports = imports;
        this.discarded = discarded;
        this.clock = clock;
    }

    @Scheduled(
            every = "{competencies.tidy.every}",
            identity = "tidy",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runOnce(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warnf("Tidying waits for the next run: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /** @return how many answers were forgotten, ten thousand at most */
    Uni<Integer> runOnce(Instant now) {
        return failures.forget(now)
                .chain(() -> imports.tidy(now))
                .chain(() -> discarded.tidy(now))
                .chain(() -> idempotency.forget(now.minus(KEPT)));
    }
}
