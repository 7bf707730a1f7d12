package io.partnercompetencies.launch;

import io.partnercompetencies.database.Database;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database answers the connections that requests use. Quarkus's own check tries the JDBC pool as well, which
 * only migrates, and waits without end for a server that has gone silent.
 */
@Readiness
@Singleton
class DatabaseReady implements AsyncHealthCheck {

    private static final String NAME = "database";

    /** Shorter than what a probe usually waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;

    DatabaseReady(Database database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database.read("select 1")
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(answered -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.down(NAME));
    }
}
