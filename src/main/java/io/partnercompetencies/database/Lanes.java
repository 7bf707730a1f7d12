package io.partnercompetencies.database;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Work beside the caller's: on an event loop of its own, and with a session of its own. */
@Singleton
public class Lanes {

    private final Vertx vertx;

    Lanes(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Begins when somebody waits for it. Whoever waits for several has them at work at once. */
    public <T> Uni<T> aside(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(waiting -> {
            var context = VertxContext.createNewDuplicatedContext(((VertxInternal) vertx).createEventLoopContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    turn -> Uni.createFrom().<T>deferred(work::get).subscribe().with(waiting::complete, waiting::fail));
        });
    }
}
