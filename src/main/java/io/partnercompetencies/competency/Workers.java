package io.partnercompetencies.competency;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Judges many organisations on a worker thread, so that the event loop goes on answering calls meanwhile. */
@Singleton
class Workers {

    /** So few take less time than the change of threads and back is worth. */
    private static final int FEW = 2;

    /** The caller goes on where it was, with its session. */
    <T> Uni<T> judge(int organizations, Supplier<T> work) {
        return organizations <= FEW
                ? Uni.createFrom().item(work)
                : Uni.createFrom()
                        .completionStage(() -> Vertx.currentContext()
                                .executeBlocking(work::get, false)
                                .toCompletionStage());
    }
}
