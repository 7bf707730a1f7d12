package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Watches whether the database answers: reports once when one wait for it has lasted too long. */
final class Vigil {

    static final Vigil OF_NOBODY = new Vigil(null, Duration.ZERO, failure -> {});

    private final Vertx vertx;
    private final Duration limit;
    private final Consumer<Throwable> report;
    private long timer;

    /** Begins at once. */
    Vigil(Vertx vertx, Duration limit, Consumer<Throwable> report) {
        this.vertx = vertx;
        this.limit = limit;
        this.report = report;
        begin();
    }

    static VertxException tooLong() {
        return new VertxException("Timeout waiting for the database", true);
    }

    private void begin() {
        if (vertx != null) {
            timer = vertx.setTimer(limit.toMillis(), fired -> report.accept(tooLong()));
        }
    }

    void end() {
        if (vertx != null) {
            vertx.cancelTimer(timer);
        }
    }

    /** Work of somebody else, who has limits of his own. */
    <T> Uni<T> exceptFor(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    end();
                    return work.get();
                })
                .onTermination()
                .invoke(this::begin);
    }
}
