package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import jakarta.inject.Singleton;
import java.time.Duration;
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

    /** The timer belongs to the caller's context, so that both outcomes arrive where the caller waits. */
    <T> Uni<T> bound(Uni<T> work) {
        var context = Vertx.currentContext();
        return context == null
                ? work
                : Uni.createFrom().<T>emitter(waiting -> {
                    var vertx = context.owner();
                    long timer = vertx.setTimer(
                            limit.toMillis(),
                            fired -> waiting.fail(new VertxException("Timeout waiting for the database", true)));
                    work.subscribe()
                            .with(
                                    item -> {
                                        vertx.cancelTimer(timer);
                                        waiting.complete(item);
                                    },
                                    failure -> {
                                        vertx.cancelTimer(timer);
                                        waiting.fail(failure);
                                    });
                });
    }
}
