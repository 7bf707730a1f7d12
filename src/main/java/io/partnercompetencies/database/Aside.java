package io.partnercompetencies.database;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Runs work beside its caller's: on a Vert.x context of its own, since a session belongs to a context, and on the next
 * event loop, so that several lanes do not share one.
 */
@Singleton
public class Aside {

    private final Vertx vertx;

    Aside(Vertx vertx) {
        this.vertx = vertx;
    }

    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(waiting -> {
            var context = VertxContext.createNewDuplicatedContext(((VertxInternal) vertx).createEventLoopContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    turn -> Uni.createFrom().<T>deferred(work::get).subscribe().with(waiting::complete, waiting::fail));
        });
    }
}
