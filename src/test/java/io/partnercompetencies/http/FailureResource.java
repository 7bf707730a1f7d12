package io.partnercompetencies.http;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Constraints;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Fails in every way that a feature may. */
@Path("/v1/test/failures/{kind}")
@Cancellable(false)
class FailureResource {

    private static final String DUPLICATE =
            "insert into login (user_name, roles, password_hash, must_change, created_at) values ('admin', '', '', false, $1)";

    private final Database database;
    private final Vertx vertx;

    FailureResource(Database database, Vertx vertx) {
        this.database = database;
        this.vertx = vertx;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<?> fail(@PathParam("kind") String kind) {
        return switch (kind) {
            case "refusal" ->
                failed(new Refusal(Code.ASSOCIATION_LIMITED, "Not yet.")
                        .with("nextAssociationAllowedAt", Instant.parse("2026-11-21T09:30:00Z")));
            case "wrapped" -> failed(new CompletionException(new IllegalStateException(Refusal.notFound())));
            case "bug" -> failed(new IllegalStateException("select secret from io.partnercompetencies.Internals"));
            case "overflow" -> throw new StackOverflowError("deep");
            case "lock" -> failed(new CompletionException(new OptimisticLockException("row was updated")));
            case "unwritable" -> Uni.createFrom().item(new Object());
            case "statement" ->
                database.transaction(() -> database.rows("set local statement_timeout = 20")
                        .chain(() -> database.rows("select pg_sleep(5)")));
            case "killed" -> database.transaction(() -> database.rows("select pg_terminate_backend(pg_backend_pid())"));
            case "nul" -> database.read("select $1::text", "a\0b");
            case "duplicate" ->
                database.transaction(() -> database.change(DUPLICATE, Instant.EPOCH))
                        .onFailure()
                        .transform(Constraints.refusing(Map.of(
                                "login_pkey", () -> new Refusal(Code.DUPLICATE_USER, "There is one of that name."))));
            case "unreachable" -> elsewhere(URI.create("postgresql://localhost:1/none"));
            case "exhausted" -> exhausted();
            default -> failed(Refusal.notFound());
        };
    }

    private static Uni<Object> failed(Throwable failure) {
        return Uni.createFrom().failure(failure);
    }

    private Uni<?> elsewhere(URI uri) {
        var pool = PgBuilder.pool()
                .connectingTo(new PgConnectOptions().setHost(uri.getHost()).setPort(uri.getPort()))
                .using(vertx)
                .build();
        return Uni.createFrom()
                .completionStage(() -> pool.query("select 1").execute().toCompletionStage());
    }

    /** A pool of one, whose one connection is taken. */
    private Uni<?> exhausted() {
        var config = org.eclipse.microprofile.config.ConfigProvider.getConfig();
        var pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(config.getValue("competencies.database.url", String.class))
                        .setUser("postgres")
                        .setPassword("postgres"))
                .with(new PoolOptions()
                        .setMaxSize(1)
                        .setConnectionTimeout(50)
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .using(vertx)
                .build();
        return Uni.createFrom()
                .completionStage(() -> pool.getConnection()
                        .compose(taken -> pool.getConnection())
                        .eventually(ignored -> pool.close())
                        .toCompletionStage());
    }
}
