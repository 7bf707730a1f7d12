package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who may use the database now: so many at once, so many more in a queue, and none of them longer in it than its
 * patience (S5). Whoever comes on top is refused at once, which costs next to nothing, so that those before are served.
 */
final class Turns {

    private final int most;
    private final int longest;
    private final long patience;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private int running;
    private volatile boolean full;
    private volatile long lastAnswer = System.nanoTime();

    /**
     * @param most at once
     * @param longest the queue may be
     */
    Turns(int most, int longest, Duration patience) {
        this.most = most;
        this.longest = longest;
        this.patience = patience.toMillis();
    }

    /** Whether the next one would be refused. */
    boolean isFull() {
        return full;
    }

    /** Whether the database has done something for somebody in this time. */
    boolean answeredWithin(Duration time) {
        return System.nanoTime() - lastAnswer < time.toNanos();
    }

    synchronized int waiting() {
        return queue.size();
    }

    synchronized int running() {
        return running;
    }

    int most() {
        return most;
    }

    /** The work begins where the caller is, whoever made room for it; once begun it is not cancelled. */
    <T> Uni<T> take(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(caller -> enter(() -> begin(work, caller), caller::fail));
    }

    private <T> void begin(Supplier<Uni<T>> work, UniEmitter<? super T> caller) {
        Uni.createFrom()
                .<T>deferred(work::get)
                .subscribe()
                .with(
                        result -> {
                            leave(true);
                            caller.complete(result);
                        },
                        failure -> {
                            leave(false);
                            caller.fail(failure);
                        });
    }

    /**
     * Runs the one when it is the caller's turn, which ends with {@link #leave}, or tells the other that it will never be.
     */
    void enter(Runnable turn, Consumer<Throwable> refused) {
        Waiting waiting = null;
        boolean enters;
        synchronized (this) {
            enters = running < most;
            if (enters) {
                running++;
            } else if (!full) {
                waiting = new Waiting(turn, refused, Vertx.currentContext());
                queue.add(waiting);
            }
            look();
        }
        if (enters) {
            turn.run();
        } else if (waiting == null) {
            refused.accept(NoTurn.tooManyWait());
        } else {
            waiting.begin();
        }
    }

    /** @param answered whether the database did what it was asked for */
    void leave(boolean answered) {
        if (answered) {
            lastAnswer = System.nanoTime();
        }
        leave();
    }

    private void leave() {
        Waiting next;
        synchronized (this) {
            next = queue.poll();
            if (next == null) {
                running--;
            }
            look();
        }
        if (next != null) {
            next.enter();
        }
    }

    private synchronized boolean quit(Waiting waiting) {
        boolean stillWaits = queue.remove(waiting);
        look();
        return stillWaits;
    }

    private void look() {
        full = running >= most && queue.size() >= longest;
    }

    private final class Waiting {

        private final Runnable turn;
        private final Consumer<Throwable> refused;
        private final Context context;
        private final long since = System.nanoTime();
        private volatile long timer = -1;

        Waiting(Runnable turn, Consumer<Throwable> refused, Context context) {
            this.turn = turn;
            this.refused = refused;
            this.context = context;
        }

        /** Its turn may have come meanwhile; the timer finds nobody in the queue then. */
        void begin() {
            if (context != null) {
                timer = context.owner().setTimer(patience, fired -> giveUp());
            }
        }

        private void giveUp() {
            if (quit(this)) {
                refused.accept(lastAnswer - since < 0 ? NoTurn.nothingMoves() : NoTurn.waitedTooLong());
            }
        }

        void enter() {
            if (context == null) {
                turn.run();
            } else {
                context.runOnContext(come -> {
                    context.owner().cancelTimer(timer);
                    turn.run();
                });
            }
        }
    }
}
