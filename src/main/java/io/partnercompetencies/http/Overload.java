package io.partnercompetencies.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnercompetencies.database.Shares;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Turns calls away while as many as may are waiting for the database already. It could be refused there, too, and is when
 * the queue fills in between; but by then most of its work would be done, and the time is the others'. Health and metrics
 * are no calls.
 */
@Singleton
class Overload {

    /** After the headers of every answer, also those by which a script of another site may read it. */
    private static final int PRIORITY = 8_500;

    private final Shares shares;
    private final Counter refused;

    Overload(Shares shares, MeterRegistry metrics) {
        this.shares = shares;
        this.refused = Counter.builder("competencies.overloaded")
                .description("Calls turned away because too many wait for the database")
                .register(metrics);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext call) {
        if (!EveryAnswer.isCall(call)) {
            call.next();
        } else if (shares.areUsedUp()) {
            refuse(call);
        } else {
            Shares.workForACaller();
            call.next();
        }
    }

    private void refuse(RoutingContext call) {
        refused.increment();
        var answer = call.response();
        answer.setStatusCode(Code.OVERLOADED.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER)
                .end(problem(answer.headers().get(Problems.REQUEST_ID)));
    }

    /** As {@link Problems} would write it, had it been asked. */
    private static String problem(String requestId) {
        return new JsonObject()
                .put("status", Code.OVERLOADED.status())
                .put("title", Code.OVERLOADED.title())
                .put("detail", "There is too much to do at the moment. Try again soon.")
                .put("type", "urn:partner-competencies:problem:" + Code.OVERLOADED.text())
                .put("code", Code.OVERLOADED.text())
                .put("requestId", requestId)
                .encode();
    }
}
