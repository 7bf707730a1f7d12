package io.partnercompetencies.http;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Malformed;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads the body before the framework does, and never more of it than the address allows, with or without a
 * Content-Length. It is read on the event loop, whatever its size: a Hibernate session runs nowhere else.
 */
class BodyReader {

    /** After the gate: nobody's body is read before it is known who sends it. */
    static final int PRIORITY = 6000;

    /** How much of a refused body is swallowed, so that its sender reads the answer, before the connection is closed. */
    private static final long MOST_SWALLOWED = 64L << 20;

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final CurrentVertxRequest current;
    private final Duration patience;
    private final Duration uploadPatience;
    private final Duration uploadLongest;

    BodyReader(
            CurrentVertxRequest current,
            @ConfigProperty(name = "competencies.limits.body-patience") Duration patience,
            @ConfigProperty(name = "competencies.uploads.patience") Duration uploadPatience,
            @ConfigProperty(name = "competencies.uploads.longest") Duration uploadLongest) {
        this.current = current;
        this.patience = patience;
        this.uploadPatience = uploadPatience;
        this.uploadLongest = uploadLongest;
    }

    @ServerRequestFilter(priority = PRIORITY)
    Uni<Void> read(ContainerRequestContext call) {
        if (!WITH_BODY.contains(call.getMethod())) {
            return Uni.createFrom().voidItem();
        }
        var request = current.getCurrent();
        long limit = BodyLimits.bytes(call.getMethod(), call.getUriInfo().getPath());
        if (BodyLimits.isStreamed(call.getMethod(), call.getUriInfo().getPath())
                && declared(request.request()) <= limit) {
            call.setEntityStream(arriving(request.request(), limit));
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .<Buffer>emitter(emitter -> read(request, limit, emitter))
                .invoke(body -> call.setEntityStream(new ByteArrayInputStream(body.getBytes())))
                .replaceWithVoid();
    }

    /** What nobody has read when the call is answered is swallowed, so that its sender reads the answer. */
    private ArrivingBody arriving(HttpServerRequest request, long limit) {
        if (request.isEnded()) {
            throw tooEarly();
        }
        current.getCurrent().addEndHandler(answered -> swallow(request));
        sendContinue(request);
        return new ArrivingBody(request, limit, uploadPatience, uploadLongest);
    }

    private static void sendContinue(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
    }

    private void read(RoutingContext call, long limit, UniEmitter<? super Buffer> emitter) {
        var request = call.request();
        if (request.isEnded()) {
            // Its sender hung up while we asked who it is; listening to it now would be an error of ours.
            emitter.fail(tooEarly());
            return;
        }
        long late = call.vertx().setTimer(patience.toMillis(), passed -> giveUp(call, emitter));
        request.exceptionHandler(hungUp -> {
            call.vertx().cancelTimer(late);
            emitter.fail(tooEarly());
        });
        var body = Buffer.buffer();
        request.endHandler(end -> {
            call.vertx().cancelTimer(late);
            emitter.complete(body);
        });
        if (declared(request) > limit) {
            refuse(request, limit, emitter);
            return;
        }
        sendContinue(request);
        request.handler(part -> {
            if (body.length() + part.length() > limit) {
                refuse(request, limit, emitter);
            } else {
                body.appendBuffer(part);
            }
        });
        request.resume();
    }

    static Refusal tooEarly() {
        return Malformed.at("", "it ended too early.");
    }

    /** Whoever sends so slowly has been answered or is now, and can only be told the end by closing the connection. */
    private void giveUp(RoutingContext call, UniEmitter<? super Buffer> emitter) {
        if (call.response().ended()) {
            call.request().connection().close();
        } else {
            call.addEndHandler(answered -> call.request().connection().close());
            emitter.fail(Malformed.at("", "it did not arrive within %d s.".formatted(patience.toSeconds())));
        }
    }

    /** The emitter is deaf to what comes after its failure. */
    private static void refuse(HttpServerRequest request, long limit, UniEmitter<? super Buffer> emitter) {
        swallow(request);
        emitter.fail(tooLarge(limit));
    }

    static Refusal tooLarge(long limit) {
        return new Refusal(
                Code.TOO_LARGE, "The body is larger than the %d bytes that this address reads.".formatted(limit));
    }

    private static void swallow(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var swallowed = new long[1];
        request.handler(part -> {
            swallowed[0] += part.length();
            if (swallowed[0] > MOST_SWALLOWED) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private static long declared(HttpServerRequest request) {
        try {
            var length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
