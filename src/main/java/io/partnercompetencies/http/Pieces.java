package io.partnercompetencies.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The body of a {@link StreamedAnswers streamed answer}, in pieces. */
public final class Pieces {

    /** RFC 9113, 7: not the default of 0, by which a client takes what it has for everything. */
    private static final long INTERNAL_ERROR = 2;

    private final RoutingContext call;
    private final HttpServerResponse response;
    private final Map<String, String> headers;
    private final Duration patience;
    private final long deadline;
    private final Context context = Vertx.currentContext();

    Pieces(RoutingContext call, Map<String, String> headers, Duration patience, Duration longest) {
        this.call = call;
        this.response = call.response();
        this.headers = headers;
        this.patience = patience;
        this.deadline = System.nanoTime() + longest.toNanos();
    }

    /** Done when the client's side has taken it, so that whoever reads is as fast as the client and no faster. */
    public Uni<Void> write(Buffer piece) {
        return taken(() -> {
            begin();
            return response.write(piece);
        });
    }

    Uni<Void> end() {
        return taken(response::end);
    }

    boolean isBegun() {
        return response.headWritten() || isHungUp();
    }

    boolean isHungUp() {
        return response.closed();
    }

    /** Nothing that is still to be sent follows, least of all the mark of the end. */
    void breakOff() {
        if (call.request().version() == HttpVersion.HTTP_2) {
            response.reset(INTERNAL_ERROR);
        } else if (call.request().connection() instanceof ConnectionBase connection) {
            connection.channel().close();
        }
    }

    private void begin() {
        if (!response.headWritten()) {
            headers.forEach(response::putHeader);
            response.setStatusCode(200).setChunked(true);
        }
    }

    private interface Writing {
        Future<Void> run();
    }

    /** Goes on in the caller's context, wherever the connection reports from. */
    private Uni<Void> taken(Writing writing) {
        return Uni.createFrom()
                .<Void>emitter(waiting -> {
                    if (isHungUp()) {
                        waiting.fail(new IOException("The client has hung up"));
                    } else if (System.nanoTime() - deadline > 0) {
                        waiting.fail(new IOException("The client reads too slowly"));
                    } else {
                        long timer = call.vertx()
                                .setTimer(
                                        patience.toMillis(),
                                        fired -> waiting.fail(new IOException("The client has stopped reading")));
                        writing.run().onComplete(written -> {
                            call.vertx().cancelTimer(timer);
                            if (written.succeeded()) {
                                waiting.complete(null);
                            } else {
                                waiting.fail(written.cause());
                            }
                        });
                    }
                })
                .emitOn(work -> context.runOnContext(turn -> work.run()));
    }
}
