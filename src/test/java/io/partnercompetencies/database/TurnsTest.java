package io.partnercompetencies.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who may use the database, and who may not (S5). */
class TurnsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String TOO_MANY = "53300";
    private static final String UNREACHABLE = "08000";

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void so_many_work_at_once_and_the_others_in_the_order_they_came() {
        var turns = new Turns(2, 10, LONG);
        var begun = new ArrayList<Integer>();
        var works = List.of(0, 1, 2, 3).stream()
                .map(i -> new CompletableFuture<Integer>())
                .toList();
        var done = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < works.size(); i++) {
            int which = i;
            done.add(start(turns, () -> {
                begun.add(which);
                return works.get(which);
            }));
        }
        assertThat(begun).containsExactly(0, 1);
        assertThat(turns.waiting()).isEqualTo(2);
        works.get(1).complete(1);
        assertThat(begun).containsExactly(0, 1, 2);
        works.get(0).completeExceptionally(new IllegalStateException("failed"));
        assertThat(begun).containsExactly(0, 1, 2, 3);
        works.get(2).complete(2);
        works.get(3).complete(3);
        assertThat(done.get(0)).isCompletedExceptionally();
        assertThat(done.get(3)).isCompletedWithValue(3);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void who_finds_the_queue_full_is_refused_at_once_until_there_is_room() {
        var turns = new Turns(1, 1, LONG);
        var work = new CompletableFuture<Integer>();
        start(turns, () -> work);
        assertThat(turns.isFull()).isFalse();
        var waiting = start(turns, () -> CompletableFuture.completedFuture(1));
        assertThat(turns.isFull()).isTrue();
        assertRefused(start(turns, () -> CompletableFuture.completedFuture(2)), TOO_MANY);

        work.complete(0);
        assertThat(waiting).isCompletedWithValue(1);
        assertThat(turns.isFull()).isFalse();
        assertThat(start(turns, () -> CompletableFuture.completedFuture(3))).isCompletedWithValue(3);
    }

    @Test
    void who_waits_for_too_long_behind_others_is_told_so() {
        var turns = new Turns(2, 10, Duration.ofMillis(200));
        start(turns, CompletableFuture::new);
        var ending = new CompletableFuture<Integer>();
        start(turns, () -> ending);
        var busy = new CompletableFuture<CompletableFuture<Integer>>();
        VERTX.runOnContext(in -> {
            start(turns, CompletableFuture::new);
            var late = start(turns, () -> CompletableFuture.completedFuture(1));
            ending.complete(0);
            busy.complete(late);
        });
        assertRefused(busy.join(), TOO_MANY);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void where_nothing_moves_at_all_the_database_is_what_fails() {
        var turns = new Turns(1, 10, Duration.ofMillis(200));
        start(turns, CompletableFuture::new);
        var still = new CompletableFuture<CompletableFuture<Integer>>();
        VERTX.runOnContext(in -> still.complete(start(turns, () -> CompletableFuture.completedFuture(1))));
        assertRefused(still.join(), UNREACHABLE);
    }

    @Test
    void the_work_of_who_waited_is_done_in_its_own_context() {
        var turns = new Turns(1, 10, LONG);
        var work = new CompletableFuture<Integer>();
        start(turns, () -> work);
        var context = VERTX.getOrCreateContext();
        var where = new CompletableFuture<CompletableFuture<Boolean>>();
        context.runOnContext(in -> where.complete(
                start(turns, () -> CompletableFuture.completedFuture(Vertx.currentContext() == context))));
        var waited = where.join();
        work.complete(0);
        assertThat(waited.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    private static <T> CompletableFuture<T> start(Turns turns, Supplier<CompletableFuture<T>> work) {
        return turns.take(() -> Uni.createFrom().completionStage(work)).subscribeAsCompletionStage();
    }

    private static void assertRefused(CompletableFuture<?> call, String state) {
        assertThatThrownBy(() -> call.orTimeout(10, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .satisfies(failure -> assertThat(((SQLException) failure.getCause()).getSQLState())
                        .isEqualTo(state));
    }
}
