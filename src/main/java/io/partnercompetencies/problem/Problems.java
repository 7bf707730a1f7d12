package io.partnercompetencies.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * The one translation of failures to problem answers, and the only class that knows the problem library: the library
 * catches whatever is thrown, and what it made of it is replaced here as a whole, because it repeats Jackson's text.
 */
@Singleton
public class Problems implements ProblemPostProcessor {

    /** The header that carries the id of a request, set on the response before anything else happens. */
    public static final String REQUEST_ID = "MS-RequestId";

    /** In seconds, where nobody knows better. */
    public static final String RETRY_AFTER = "5";

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String BASIC = "Basic realm=\"Partner Competencies\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Partner Competencies\"";

    private final CurrentVertxRequest request;
    private final AllowedMethods allowed;
    private final String challenge;
    private final AtomicLong warnedAt = new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(2));

    /** @param issuer of tokens; without one people sign in with passwords */
    Problems(
            CurrentVertxRequest request,
            AllowedMethods allowed,
            @ConfigProperty(name = "competencies.oidc.issuer") Optional<String> issuer) {
        this.request = request;
        this.allowed = allowed;
        this.challenge = issuer.isPresent() ? BEARER : BASIC;
    }

    @Override
    public HttpProblem apply(HttpProblem untold, ProblemContext context) {
        var refusal = refusal(context.cause);
        log(refusal, context.cause);
        var problem = HttpProblem.builder()
                .withType(URI.create(
                        "urn:partner-competencies:problem:" + refusal.code().text()))
                .withTitle(refusal.code().title())
                .withStatus(status(refusal.code()))
                .withDetail(refusal.getMessage())
                .with("code", refusal.code().text());
        if (!refusal.errors().isEmpty()) {
            problem.with("errors", refusal.errors());
        }
        refusal.members().forEach(problem::with);
        if (requestId() != null) {
            problem.with("requestId", requestId());
        }
        if (refusal.language() != null) {
            problem.withHeader(HttpHeaders.CONTENT_LANGUAGE, refusal.language());
        }
        switch (refusal.code().status()) {
            case 405 -> problem.withHeader(HttpHeaders.ALLOW, allowed.of(request.getCurrent()));
            case 401 -> problem.withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
            case 429, 503 -> problem.withHeader(HttpHeaders.RETRY_AFTER, retryAfter(refusal));
            default -> {}
        }
        return problem.build();
    }

    /** After all of the library's own. */
    @Override
    public int priority() {
        return Integer.MIN_VALUE;
    }

    private Refusal refusal(Throwable failure) {
        var refusal = Failures.refusal(failure);
        return refusal.code() == Code.NOT_FOUND && allowed.isAnsweredToOthers(request.getCurrent())
                ? HttpFailures.notAllowed()
                : refusal;
    }

    private void log(Refusal refusal, Throwable failure) {
        switch (refusal.code()) {
            case INTERNAL -> LOG.errorf(failure, "Request %s failed", requestId());
            case DATABASE_UNAVAILABLE, IDENTITY_PROVIDER_UNAVAILABLE, OVERLOADED ->
                LOG.logf(
                        isFirstOfASecond() ? Level.WARN : Level.DEBUG,
                        "Request %s: %s (%s)",
                        requestId(),
                        refusal.getMessage(),
                        failure.toString());
            default -> LOG.debugf("Request %s: %s", requestId(), refusal.getMessage());
        }
    }

    /** There may be thousands of them, and they say the same. */
    private boolean isFirstOfASecond() {
        long last = warnedAt.get();
        long now = System.nanoTime();
        return now - last > TimeUnit.SECONDS.toNanos(1) && warnedAt.compareAndSet(last, now);
    }

    private static String retryAfter(Refusal refusal) {
        return refusal.retryAfter() > 0 ? Long.toString(refusal.retryAfter()) : RETRY_AFTER;
    }

    private String requestId() {
        var current = request.getCurrent();
        return current == null ? null : current.response().headers().get(REQUEST_ID);
    }

    private static Response.StatusType status(Code code) {
        var known = Response.Status.fromStatusCode(code.status());
        return known != null ? known : new UnlistedStatus(code);
    }

    /** 422, which the enumeration of Jakarta REST does not have. */
    private record UnlistedStatus(Code code) implements Response.StatusType {

        @Override
        public int getStatusCode() {
            return code.status();
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.familyOf(code.status());
        }

        @Override
        public String getReasonPhrase() {
            return code.title();
        }
    }
}
