package io.partnercompetencies.audit;

import io.partnercompetencies.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds out who acts: whoever a job works for, or else the caller of the running request. */
@Singleton
public class Acting {

    /** Attributes of a caller who belongs to an organisation, and of one who is an employee: UUIDs. */
    public static final String ORGANIZATION_ID = "organizationId";

    public static final String USER_ID = "userId";

    private static final String FOR = Acting.class.getName();

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    Acting(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** Whom to remember in order to go on later, by {@link #on}. */
    public Actor now() {
        return Optional.ofNullable(Vertx.currentContext())
                .map(context -> context.<Actor>getLocal(FOR))
                .or(this::caller)
                .orElse(Actor.NOBODY);
    }

    /** Does the work on somebody's behalf: its changes are recorded as made by that actor. */
    public <T> Uni<T> on(Actor actor, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    Vertx.currentContext().putLocal(FOR, actor);
                    return work.get();
                })
                .onTermination()
                .invoke(() -> Vertx.currentContext().removeLocal(FOR));
    }

    private Optional<Actor> caller() {
        try {
            return request.getCurrent() == null || identity.isAnonymous()
                    ? Optional.empty()
                    : Optional.of(new Actor(
                            identity.<UUID>getAttribute(ORGANIZATION_ID),
                            identity.<UUID>getAttribute(USER_ID),
                            identity.getPrincipal().getName(),
                            identity.getRoles(),
                            request.getCurrent().response().headers().get(Problems.REQUEST_ID)));
        } catch (ContextNotActiveException outsideOfEveryRequest) {
            return Optional.empty();
        }
    }
}
