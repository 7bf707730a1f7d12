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
 *
 * <p>A proxy that does not ask who is ready would never learn of it. One that says it has another copy is sent there, by
 * a status that nothing else here has: what got it has not been begun, so that the proxy may make any call again, and it
 * knows that this copy is going. {@code deploy/nginx.conf} is such a proxy.
 */
@Singleton
class Farewell {

    /** Of a proxy: it makes the call elsewhere if this copy stops. */
    static final String OTHER_COPIES = "X-Other-Copies";

    private static final int NOT_BEGUN = 502;

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
        if (stopping && call.request().headers().contains(OTHER_COPIES)) {
            leaveToAnother(call);
        } else {
            call.next();
        }
    }

    /** Once all of it has arrived: a connection closed before would be reset, and the answer lost on its way. */
    private static void leaveToAnother(RoutingContext call) {
        call.response().setStatusCode(NOT_BEGUN);
        call.request().handler(unread -> {}).endHandler(all -> call.response().end());
        call.request().resume();
    }
}
