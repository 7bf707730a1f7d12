package io.partnercompetencies.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Told to stop, the service goes on answering for a moment, unready, and each answer is the last one on its connection:
 * whoever calls again comes by a new one, which leads to another copy by then, and none is cut off in the middle.
 */
@Singleton
class Farewell {

    /** Among the headers of every answer. */
    private static final int PRIORITY = 9_900;

    private volatile boolean stopping;

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    private void answer(RoutingContext call) {
        if (stopping) {
            call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        call.next();
    }
}
