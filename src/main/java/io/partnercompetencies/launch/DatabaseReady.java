package io.partnercompetencies.launch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnercompetencies.database.Shares;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database answers, on a connection apart: a copy whose connections are all in use is busy, not unready.
 * Quarkus's own check tries the JDBC pool as well, which only migrates, and waits without end for a server that has gone
 * silent. However many ask, the database is asked once a second, and not at all while it does what others ask of it.
 */
@Readiness
@Singleton
class DatabaseReady implements AsyncHealthCheck {

    private static final String NAME = "database";

    /** Shorter than what a probe usually waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Shares shares;
    private final Uni<Boolean> answers;
    private volatile boolean answered = true;

    DatabaseReady(PoolSettings settings, Shares shares, MeterRegistry metrics) {
        this.shares = shares;
        // Not by the pool's shorter way, on which a connection that fails late may keep the next from ever being made.
        this.answers = Uni.createFrom()
                .completionStage(() -> settings.apart()
                        .withConnection(
                                connection -> connection.query("select 1").execute())
                        .map(rows -> true)
                        .toCompletionStage())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> shares.answeredWithin(PATIENCE))
                .onFailure()
                .recoverWithItem(false)
                .memoize()
                .forFixedDuration(FRESH);
        Gauge.builder("competencies.ready", this, DatabaseReady::lastSeen)
                .description("Whether the database answers: 1, or 0")
                .register(metrics);
    }

    /** What was found when somebody asked last; whoever reads the metrics asks for the next reader. */
    private double lastSeen() {
        boolean seen = answered;
        isUp().subscribe().with(up -> {}, failure -> {});
        return seen ? 1 : 0;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return isUp().map(up -> HealthCheckResponse.named(NAME).status(up).build());
    }

    private Uni<Boolean> isUp() {
        return (shares.answeredWithin(FRESH) ? Uni.createFrom().item(true) : answers).invoke(up -> answered = up);
    }
}
