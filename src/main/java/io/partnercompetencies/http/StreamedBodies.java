package io.partnercompetencies.http;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads bodies while they arrive, on threads of their own: whoever sends slowly keeps nobody waiting but the next one. */
@Singleton
public class StreamedBodies {

    private final int most;
    private final WorkerExecutor threads;
    private final AtomicInteger running = new AtomicInteger();

    StreamedBodies(
            Vertx vertx,
            @ConfigProperty(name = "competencies.uploads.most") int most,
            @ConfigProperty(name = "competencies.uploads.longest") Duration longest) {
        this.most = most;
        this.threads = vertx.createSharedWorkerExecutor("uploads", most, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Refuses a body that says itself that it is compressed. */
    public static void mustNotBeCompressed(HttpHeaders headers) {
        var encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refusal(Code.UNSUPPORTED_MEDIA_TYPE, "This address does not read compressed bodies.");
        }
    }

    /** What the body says that it is, or null where it says nothing; refused where no such type can be. */
    public static MediaType mediaType(HttpHeaders headers) {
        try {
            return headers.getMediaType();
        } catch (IllegalArgumentException e) {
            throw new Refusal(Code.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is none that can be read.");
        }
    }

    /** Runs what reads the running call's body, and may wait; the result comes back where the caller is. */
    public <T> Uni<T> read(Callable<T> reading) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > most) {
                running.decrementAndGet();
                throw new Refusal(Code.OVERLOADED, "Too many files are being sent at the moment. Try again soon.");
            }
            return Uni.createFrom()
                    .completionStage(
                            () -> threads.executeBlocking(reading, false).toCompletionStage())
                    .onTermination()
                    .invoke(running::decrementAndGet);
        });
    }

    /** Waits, on the thread that reads, for work that needs another one. */
    public static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
