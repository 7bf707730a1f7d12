package io.partnercompetencies.http;

import io.partnercompetencies.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/** What every answer carries, errors included: the ids of the request, also for the log, and what caches must know. */
@Singleton
class EveryAnswer {

    static final String CORRELATION_ID = "MS-CorrelationId";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /** Kept by the reader's own cache at most, and used again only after asking whether it still holds. */
    private static final String FOR_ONE_READER = "private, no-cache";

    /** Answers to writes hold passwords and secrets, some of them for this one time. */
    private static final String NOT_KEPT = "no-store";

    /** Before the checks of sizes and before authentication. */
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(EveryAnswer::prepare, FIRST);
    }

    private static void prepare(RoutingContext call) {
        var requestId = id(call, Problems.REQUEST_ID);
        var correlationId = id(call, CORRELATION_ID);
        call.response()
                .putHeader(Problems.REQUEST_ID, requestId)
                .putHeader(CORRELATION_ID, correlationId)
                .putHeader("X-Content-Type-Options", "nosniff");
        MDC.put("requestId", requestId);
        MDC.put("correlationId", correlationId);
        if (isCall(call)) {
            call.response()
                    .putHeader(HttpHeaders.VARY, "Accept-Language, Authorization")
                    .putHeader(HttpHeaders.CACHE_CONTROL, isRead(call) ? FOR_ONE_READER : NOT_KEPT);
        }
        ignoreUselessAccept(call.request().headers());
        call.next();
    }

    /** Not health, metrics and descriptions. */
    static boolean isCall(RoutingContext call) {
        return call.request().path() != null && call.request().path().startsWith("/v1");
    }

    private static boolean isRead(RoutingContext call) {
        return call.request().method() == HttpMethod.GET || call.request().method() == HttpMethod.HEAD;
    }

    /**
     * RFC 9110 allows to answer as if nothing had been asked for. The framework answers 500 to what it cannot parse, and
     * 406 to generated clients that ask for refusals alone where nothing else has a body.
     */
    private static void ignoreUselessAccept(MultiMap headers) {
        try {
            if (headers.getAll(HttpHeaders.ACCEPT).stream()
                    .flatMap(ranges -> MediaTypeHelper.parseHeader(ranges).stream())
                    .allMatch(EveryAnswer::isProblem)) {
                headers.remove(HttpHeaders.ACCEPT);
            }
        } catch (RuntimeException e) {
            headers.remove(HttpHeaders.ACCEPT);
        }
    }

    private static boolean isProblem(MediaType range) {
        return OpenApiProblems.MEDIA_TYPE.equals(range.getType() + "/" + range.getSubtype());
    }

    private static String id(RoutingContext call, String header) {
        var sent = call.request().getHeader(header);
        return sent != null && ID.matcher(sent).matches() ? sent : madeUp();
    }

    /** Told apart from others, which is all that is asked of it: nobody's secret depends on its being hard to guess. */
    private static String madeUp() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
