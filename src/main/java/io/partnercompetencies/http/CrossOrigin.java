package io.partnercompetencies.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets scripts of the listed web sites call the service (CORS). Others are answered as if there was no such thing: their
 * browser keeps the answer from them. Credentials that a browser would add by itself are never asked for, so that no
 * site can act as somebody who is signed in elsewhere.
 */
@Singleton
class CrossOrigin {

    /** After the headers of every answer, before anybody is asked who it is. */
    private static final int PRIORITY = 9_000;

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String SENT = "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key,"
            + " Accept-Language, MS-RequestId, MS-CorrelationId";
    private static final String READ = "ETag, Location, Retry-After, Complete-Through, Content-Language,"
            + " Content-Disposition, MS-RequestId, MS-CorrelationId";

    /** For how long a browser need not ask again, in seconds. */
    private static final String REMEMBERED = "3600";

    private final Set<String> origins;

    CrossOrigin(@ConfigProperty(name = "competencies.cors.origins") Optional<List<String>> origins) {
        this.origins = Set.copyOf(
                origins.orElse(List.of()).stream().map(CrossOrigin::checked).toList());
    }

    private static String checked(String origin) {
        var text = origin.strip();
        if (!ORIGIN.matcher(text).matches()) {
            throw new IllegalArgumentException("COMPETENCIES_CORS_ORIGINS: \"" + text
                    + "\" is no origin; write them as https://portal.example, separated by commas");
        }
        return text;
    }

    void register(@Observes Filters filters) {
        if (!origins.isEmpty()) {
            filters.register(this::answer, PRIORITY);
        }
    }

    private void answer(RoutingContext call) {
        var request = call.request();
        var headers = call.response().headers().add(HttpHeaders.VARY, "Origin");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            call.next();
            return;
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (isPreflight(request)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT)
                    .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, REMEMBERED);
            call.response().setStatusCode(204).end();
        } else {
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READ);
            call.next();
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
