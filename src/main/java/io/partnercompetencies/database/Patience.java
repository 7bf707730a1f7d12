package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the wait for a server that has gone silent without closing its connections (S5). The server's own limits on
 * statements do not help then. What was begun is left to itself, not cancelled: a cancelled transaction would never give
 * its connection back.
 */
@Singleton
class Patience {

    private final Duration limit;

    Patience(@ConfigProperty(name = "competencies.database.answer-timeout") Duration limit) {
        this.limit = limit;
    }

    <T> Uni<T> bound(Uni<T> work) {
        return bound(vigil -> work);
    }

    /** From now on, until the vigil ends. */
    Vigil vigil(Consumer<Throwable> report) {
        var context = Vertx.currentContext();
        return context == null ? Vigil.OF_NOBODY : new Vigil(context.owner(), limit, report);
    }

    /**
     * For work that is not only the database's: the vigil can be left off meanwhile. Its timer belongs to the caller's
     * context, so that both outcomes arrive where the caller waits.
     */
    <T> Uni<T> bound(Function<Vigil, Uni<T>> work) {
        var context = Vertx.currentContext();
        return context == null
                ? Uni.createFrom().deferred(() -> work.apply(Vigil.OF_NOBODY))
                : Uni.createFrom().<T>emitter(waiting -> {
                    var vigil = new Vigil(context.owner(), limit, waiting::fail);
                    Uni.createFrom()
                            .deferred(() -> work.apply(vigil))
                            .onTermination()
                            .invoke(vigil::end)
                            .subscribe()
                            .with(waiting::complete, waiting::fail);
                });
    }
}
