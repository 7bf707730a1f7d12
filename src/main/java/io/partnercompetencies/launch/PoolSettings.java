package io.partnercompetencies.launch;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The waits that Quarkus has no properties for: without them a caller waits half a minute for a dead database. */
@Singleton
class PoolSettings implements PgPoolCreator {

    private final Duration connect;
    private final Duration acquire;

    PoolSettings(
            @ConfigProperty(name = "competencies.database.connect-timeout") Duration connect,
            @ConfigProperty(name = "competencies.database.acquire-timeout") Duration acquire) {
        this.connect = connect;
        this.acquire = acquire;
    }

    @Override
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        servers.forEach(server ->
                server.setConnectTimeout(Math.toIntExact(connect.toMillis())).setTcpKeepAlive(true));
        var pool = input.poolOptions()
                .setConnectionTimeout(Math.toIntExact(acquire.toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .build();
    }
}
