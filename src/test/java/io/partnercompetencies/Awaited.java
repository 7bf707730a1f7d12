package io.partnercompetencies;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Runs work on a Vert.x context, as a call does, and waits for it. */
public final class Awaited {

    private Awaited() {}

    /** What it answers; its failure as it is, unless it is a checked one. */
    public static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
