package io.partnercompetencies.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseTest {

    private static final String LOCK = "update login set must_change = true where user_name = $1";

    @Inject
    Database database;

    @Test
    void of_two_transactions_in_each_others_way_both_come_to_an_end() {
        var first = login();
        var second = login();
        var runs = new AtomicInteger();
        var one = CompletableFuture.runAsync(() -> run(() -> lock(runs, first, second)));
        var other = CompletableFuture.runAsync(() -> run(() -> lock(runs, second, first)));
        CompletableFuture.allOf(one, other).join();
        assertThat(runs.get()).isGreaterThan(2);
    }

    @Test
    void more_transactions_than_connections_may_read() {
        var read = Together.times(
                60,
                i -> run(() -> database.transaction(
                        () -> database.rows("select pg_sleep(0.02)").chain(() -> database.read("select 1")))));
        assertThat(read).hasSize(60);
    }

    @Test
    void the_reads_of_a_moment_see_nothing_that_happens_between_them() {
        var count = "select count(*) from login";
        var seen = run(() -> database.moment(() -> database.read(count)
                .invoke(first ->
                        Sql.change("insert into login select gen_random_uuid()::text, null, null, '', '', false,"
                                + " null, now()"))
                .chain(first -> database.snapshot(in -> in.rows(count))
                        .map(second ->
                                List.of(first.get(0).getLong(0), second.get(0).getLong(0))))));
        assertThat(seen.get(0)).isEqualTo(seen.get(1));
        assertThat(run(() -> database.read(count)).get(0).getLong(0)).isEqualTo(seen.get(0) + 1);
    }

    @Test
    void a_moment_cannot_change_anything() {
        assertThatThrownBy(() -> run(() -> database.moment(() -> database.change("update login set roles = roles"))))
                .hasMessageContaining("read-only");
    }

    @Test
    void an_answer_that_does_not_come_is_not_waited_for_beyond_the_limit() {
        var patience = new Patience(Duration.ofMillis(100));
        assertThatThrownBy(() -> run(() -> patience.bound(Uni.createFrom().nothing())))
                .hasMessageContaining("Timeout waiting for the database");
        assertThat(run(() -> patience.bound(database.read("select 1")))).hasSize(1);
    }

    @Test
    void what_follows_a_transaction_that_nobody_waits_for_any_more_is_no_part_of_it() {
        assertThatThrownBy(() -> afterALostOne(() -> database.transaction(() -> database.rows("select 1"))))
                .hasMessageContaining("Timeout waiting for the database");
        var rows = afterALostOne(
                () -> database.afresh(() -> database.transaction(() -> database.rows("select 1 as one"))));
        assertThat(rows.get(0).getInteger("one")).isEqualTo(1);
    }

    /** The lost one holds its connection until the rest is through. */
    private <T> T afterALostOne(Supplier<Uni<T>> rest) {
        var end = new CompletableFuture<Void>();
        var where = new AtomicReference<Context>();
        try {
            return run(() -> database.<T>transaction(Duration.ofMillis(100), () -> {
                        where.set(Vertx.currentContext());
                        return Uni.createFrom().completionStage(end).replaceWith(() -> null);
                    })
                    .onFailure()
                    .recoverWithUni(lost -> rest.get()));
        } finally {
            where.get().runOnContext(late -> end.complete(null));
        }
    }

    private Uni<Integer> lock(AtomicInteger runs, String first, String second) {
        return database.transaction(() -> database.change(LOCK, first)
                .invoke(runs::incrementAndGet)
                .chain(() -> database.rows("select pg_sleep(0.3)"))
                .chain(() -> database.change(LOCK, second)));
    }

    private String login() {
        var name = UUID.randomUUID().toString();
        run(() -> database.read(
                "insert into login (user_name, roles, password_hash, must_change, created_at) values ($1, '', '', false, $2)",
                name,
                Instant.EPOCH));
        return name;
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
