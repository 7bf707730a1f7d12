package io.partnercompetencies.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who reads for whom when many ask the same at once. */
class SharedReadsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int PATIENCE = 200;

    private final ContextInternal loop = (ContextInternal) VERTX.getOrCreateContext();
    private final List<UniEmitter<? super String>> rounds = new ArrayList<>();
    private SharedReads<String, String> reads = new SharedReads<>(this::read, LONG);

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private Uni<String> read(String question) {
        return Uni.createFrom().emitter(rounds::add);
    }

    @Test
    void all_who_ask_while_a_reading_is_under_way_share_the_next_so_that_no_answer_is_older_than_its_question() {
        var first = ask("who");
        var second = ask("who");
        var third = ask("who");
        assertRounds(1);
        end(0, "before");
        assertThat(answer(first)).isEqualTo("before");
        assertRounds(2);
        assertThat(second).isNotDone();
        assertThat(third).isNotDone();
        end(1, "after");
        assertThat(answer(second)).isEqualTo("after");
        assertThat(answer(third)).isEqualTo("after");
        assertRounds(2);
    }

    @Test
    void other_questions_and_later_ones_have_readings_of_their_own() {
        ask("who");
        var other = ask("who else");
        assertRounds(2);
        end(1, "she");
        assertThat(answer(other)).isEqualTo("she");
        ask("who else");
        assertRounds(3);
    }

    @Test
    void a_failure_is_told_to_those_only_who_waited_for_that_reading() {
        var first = ask("who");
        var second = ask("who");
        end(0, null);
        assertThat(first.handle((answer, failure) -> failure.getMessage())
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join())
                .contains("failed");
        assertRounds(2);
        end(1, "he");
        assertThat(answer(second)).isEqualTo("he");
    }

    @Test
    void a_reading_that_never_ends_holds_up_nobody_who_comes_after_it() {
        reads = new SharedReads<>(this::read, Duration.ofMillis(1));
        var silent = ask("who");
        var second = ask("who");
        assertRounds(2);
        end(1, "he");
        assertThat(answer(second)).isEqualTo("he");
        assertThat(silent).isNotDone();
        end(0, "late");
        assertThat(answer(silent)).isEqualTo("late");
        ask("who");
        assertRounds(3);
    }

    @Test
    void a_late_answer_does_not_begin_again_what_did_not_wait_for_it() {
        reads = new SharedReads<>(this::read, Duration.ofMillis(1));
        var late = ask("who");
        var second = ask("who");
        assertRounds(2);
        end(0, "late");
        assertThat(answer(late)).isEqualTo("late");
        assertRounds(2);
        end(1, "he");
        assertThat(answer(second)).isEqualTo("he");
    }

    @Test
    void everybody_is_answered_on_the_own_context() {
        ask("who");
        var mine = loop.duplicate();
        var where = new CompletableFuture<Context>();
        mine.runOnContext(in -> reads.answer("who").subscribe().with(answer -> where.complete(Vertx.currentContext())));
        ask("who");
        end(0, "he");
        assertRounds(2);
        end(1, "he");
        assertThat(where.orTimeout(10, TimeUnit.SECONDS).join()).isSameAs(mine);
    }

    @Test
    void who_asks_from_outside_any_event_loop_shares_nothing() {
        reads.answer("who").subscribeAsCompletionStage();
        reads.answer("who").subscribeAsCompletionStage();
        assertThat(rounds).hasSize(2);
    }

    private CompletableFuture<String> ask(String question) {
        var answer = new CompletableFuture<String>();
        loop.duplicate()
                .runOnContext(
                        in -> reads.answer(question).subscribe().with(answer::complete, answer::completeExceptionally));
        return answer;
    }

    /** @param answer null for a failure */
    private void end(int round, String answer) {
        loop.runOnContext(in -> {
            if (answer == null) {
                rounds.get(round).fail(new IllegalStateException("failed"));
            } else {
                rounds.get(round).complete(answer);
            }
        });
    }

    private static String answer(CompletableFuture<String> asked) {
        return asked.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Waits for as many, and for what else the event loop has been given. */
    private void assertRounds(int begun) {
        for (int turn = 0; turn < PATIENCE && begunByNow() < begun; turn++) {
            begunByNow();
        }
        begunByNow();
        assertThat(begunByNow()).isEqualTo(begun);
    }

    private int begunByNow() {
        var size = new CompletableFuture<Integer>();
        loop.runOnContext(in -> VERTX.setTimer(1, fired -> size.complete(rounds.size())));
        return size.orTimeout(10, TimeUnit.SECONDS).join();
    }
}
