package io.partnercompetencies.http;

import io.partnercompetencies.problem.Malformed;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A body that is read while it arrives, on another thread than the one it arrives on. Its sender is asked for the next
 * part only once the last one has been read.
 */
final class ArrivingBody extends InputStream {

    /** What has arrived so fast buys time for the rest: a large file may take longer than a small one. */
    private static final long BYTES_A_SECOND = 256 << 10;

    private static final Buffer END = Buffer.buffer();
    private static final Buffer BROKEN = Buffer.buffer();

    private final HttpServerRequest request;
    private final Context context = Vertx.currentContext();
    private final long limit;
    private final Duration patience;
    private final long deadline;
    private final BlockingQueue<Buffer> parts = new LinkedBlockingQueue<>();
    private Buffer part = Buffer.buffer();
    private int place;
    private long seen;

    /** To be made where the request is served, before any of its body has been read. */
    ArrivingBody(HttpServerRequest request, long limit, Duration patience, Duration longest) {
        this.request = request;
        this.limit = limit;
        this.patience = patience;
        this.deadline = System.nanoTime() + longest.toNanos();
        request.pause();
        request.handler(parts::add);
        request.endHandler(end -> parts.add(END));
        request.exceptionHandler(hungUp -> parts.add(BROKEN));
    }

    @Override
    public int read() throws InterruptedIOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws InterruptedIOException {
        while (place == part.length() && part != END) {
            part = next();
            place = 0;
            seen += part.length();
            if (seen > limit) {
                throw BodyReader.tooLarge(limit);
            }
        }
        if (part == END) {
            return -1;
        }
        int taken = Math.min(length, part.length() - place);
        part.getBytes(place, place + taken, into, offset);
        place += taken;
        return taken;
    }

    private Buffer next() throws InterruptedIOException {
        context.runOnContext(turn -> request.fetch(1));
        try {
            long left = Math.min(
                    patience.toNanos(), deadline + TimeUnit.SECONDS.toNanos(seen / BYTES_A_SECOND) - System.nanoTime());
            var next = parts.poll(left, TimeUnit.NANOSECONDS);
            if (next == null) {
                throw Malformed.at("", "it arrives too slowly.");
            }
            if (next == BROKEN) {
                throw BodyReader.tooEarly();
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
