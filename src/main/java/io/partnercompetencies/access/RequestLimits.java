package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * How many requests a copy of the service takes from one caller, and how many refused sign-ins from one address. From
 * an address with too many of those no password of a stranger is checked any more, for the check is slow; who has been
 * let in before is, so that one guesser behind a common gateway does not shut out everybody there.
 */
class RequestLimits {

    private final CurrentVertxRequest current;
    private final Ticker ticker;
    private final Buckets callers;
    private final Buckets refusedSignIns;

    RequestLimits(
            CurrentVertxRequest current,
            Ticker ticker,
            @ConfigProperty(name = "competencies.limits.requests-per-second") int requestsPerSecond,
            @ConfigProperty(name = "competencies.limits.requests-burst") int requestsBurst,
            @ConfigProperty(name = "competencies.limits.refused-sign-ins-per-second") int refusedPerSecond,
            @ConfigProperty(name = "competencies.limits.refused-sign-ins-burst") int refusedBurst) {
        this.current = current;
        this.ticker = ticker;
        this.callers = new Buckets(requestsPerSecond, requestsBurst);
        this.refusedSignIns = new Buckets(refusedPerSecond, refusedBurst);
    }

    @ServerRequestFilter(preMatching = true, priority = Gate.FIRST - 1)
    void beforeSignIn(ContainerRequestContext call) {
        var request = current.getCurrent().request();
        var claimed = BasicCredentials.in(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (claimed.isPresent() && !callers.knows(claimed.get().userName())) {
            refuse(refusedSignIns.wait(Origin.of(request), ticker.nanos()), "Too many sign-ins have failed.");
        }
    }

    @ServerRequestFilter(preMatching = true, priority = Gate.FIRST + 1)
    void afterSignIn(ContainerRequestContext call) {
        if (current.getCurrent().user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous()) {
            var userName = user.getSecurityIdentity().getPrincipal().getName();
            refuse(
                    callers.take(userName, ticker.nanos()),
                    "You send more requests than the service takes from one caller.");
        }
    }

    @ServerResponseFilter
    void afterRefusal(ContainerRequestContext call, ContainerResponseContext answer) {
        if (answer.getStatus() == Code.UNAUTHENTICATED.status()) {
            HttpServerRequest request = current.getCurrent().request();
            if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
                refusedSignIns.take(Origin.of(request), ticker.nanos());
            }
        }
    }

    private static void refuse(long nanos, String why) {
        if (nanos > 0) {
            long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
            throw new Refusal(Code.TOO_MANY_REQUESTS, why + " Repeat after " + seconds + " s.").retryAfter(seconds);
        }
    }
}
