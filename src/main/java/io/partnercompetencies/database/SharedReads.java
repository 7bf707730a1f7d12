package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Questions that many ask at the same time, such as who an account is that makes all the calls of a front end: one
 * reading answers everybody on an event loop who had asked before it began. Who comes while it is under way waits for
 * the next one, so that no answer is older than its question, but never long.
 *
 * @param <Q> what tells one question from another
 */
final class SharedReads<Q, A> {

    private record Asker<A>(Context context, UniEmitter<? super A> waiting) {}

    private final Function<Q, Uni<A>> read;
    private final long longestWait;
    /** Nothing is shared between event loops: it would cost them more to wake each other up. */
    private final ThreadLocal<Map<Q, Round>> underWay = ThreadLocal.withInitial(HashMap::new);

    /** @param longestWait for a reading under way; after it the next one begins beside it */
    SharedReads(Function<Q, Uni<A>> read, Duration longestWait) {
        this.read = read;
        this.longestWait = longestWait.toMillis();
    }

    /** On the caller's context, whoever had the same question. */
    Uni<A> answer(Q question) {
        return Uni.createFrom()
                .deferred(() -> Context.isOnEventLoopThread()
                        ? Uni.createFrom()
                                .emitter(waiting -> ask(question, new Asker<>(Vertx.currentContext(), waiting)))
                        : read.apply(question));
    }

    private void ask(Q question, Asker<A> asker) {
        var before = underWay.get().get(question);
        if (before == null) {
            var round = new Round(question);
            underWay.get().put(question, round);
            round.askers.add(asker);
            round.begin();
        } else {
            before.nextTime(asker);
        }
    }

    private final class Round {

        private final Q question;
        private final List<Asker<A>> askers = new ArrayList<>();
        private Round next;

        Round(Q question) {
            this.question = question;
        }

        void begin() {
            Uni.createFrom().deferred(() -> read.apply(question)).subscribe().with(this::answer, this::fail);
        }

        void nextTime(Asker<A> asker) {
            if (next == null) {
                next = new Round(question);
                asker.context().owner().setTimer(longestWait, fired -> makeWay());
            }
            next.askers.add(asker);
        }

        private void answer(A answer) {
            makeWay();
            tell(waiting -> waiting.complete(answer));
        }

        private void fail(Throwable failure) {
            makeWay();
            tell(waiting -> waiting.fail(failure));
        }

        private void makeWay() {
            if (!underWay.get().remove(question, this) || next == null) {
                return;
            }
            underWay.get().put(question, next);
            next.askers.get(0).context().runOnContext(turn -> next.begin());
        }

        private void tell(Consumer<UniEmitter<? super A>> outcome) {
            askers.forEach(asker -> asker.context().runOnContext(turn -> outcome.accept(asker.waiting())));
        }
    }
}
