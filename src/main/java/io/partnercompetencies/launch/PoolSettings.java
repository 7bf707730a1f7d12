package io.partnercompetencies.launch;

import io.partnercompetencies.database.Silence;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The waits that Quarkus has no properties for: without them a caller waits half a minute for a dead database. And a
 * connection apart, to see whether the database answers, which nobody else can use up.
 */
@Singleton
class PoolSettings implements PgPoolCreator {

    private final Duration connect;
    private final Duration acquire;
    private final Silence silence;
    private Pool apart;

    PoolSettings(
            @ConfigProperty(name = "competencies.database.connect-timeout") Duration connect,
            @ConfigProperty(name = "competencies.database.acquire-timeout") Duration acquire,
            Silence silence) {
        this.connect = connect;
        this.acquire = acquire;
        this.silence = silence;
    }

    @Override
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        servers.forEach(server -> server.setConnectTimeout(Math.toIntExact(connect.toMillis()))
                .setTcpKeepAlive(true)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout(Math.toIntExact(silence.limit().toMillis())));
        apart = pool(input, new PoolOptions(input.poolOptions()).setMaxSize(1), servers);
        return pool(input, input.poolOptions(), servers);
    }

    private Pool pool(Input input, PoolOptions options, List<PgConnectOptions> servers) {
        return PgBuilder.pool()
                .with(options.setConnectionTimeout(Math.toIntExact(acquire.toMillis()))
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .withConnectHandler(connection -> {
                    silence.know(connection);
                    connection.close();
                })
                .build();
    }

    /** Of one connection. */
    Pool apart() {
        return apart;
    }

    @PreDestroy
    void close() {
        if (apart != null) {
            apart.close();
        }
    }
}
