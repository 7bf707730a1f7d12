package io.partnercompetencies.achievement;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Stores one portion while the next one is read, and no more than that: who sends is held back by who stores. */
final class Portions implements AutoCloseable {

    private final Function<List<StagedReport>, Uni<Integer>> storing;
    private CompletableFuture<Integer> running = CompletableFuture.completedFuture(0);

    Portions(Function<List<StagedReport>, Uni<Integer>> storing) {
        this.storing = storing;
    }

    void store(List<StagedReport> rows) {
        finish();
        running = rows.isEmpty()
                ? CompletableFuture.completedFuture(0)
                : storing.apply(rows).subscribeAsCompletionStage();
    }

    /** Waits for the portion that is being stored, and fails as it does. */
    void finish() {
        try {
            running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Nothing is stored any more after this. */
    @Override
    public void close() {
        running.exceptionally(failure -> 0).join();
    }
}
