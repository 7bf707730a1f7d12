package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Stands before every resource: who are you, does your role allow this call, and is it about your organisation? All
 * are answered before the body is read and before anything is looked up. An address that does not exist is admitted to nobody but those signed in.
 */
class Gate {

    static final int FIRST = 1000;

    /** In the log: which call it is, with nothing of what the client has put into its path. */
    private static final String ROUTE = "route";

    private static final String CHANGE_PASSWORD = "POST /v1/me/password";

    private final CurrentVertxRequest request;
    private final CurrentIdentityAssociation association;
    private final SignIn signIn;
    private final OrganizationRegister organizations;

    Gate(
            CurrentVertxRequest request,
            CurrentIdentityAssociation association,
            SignIn signIn,
            OrganizationRegister organizations) {
        this.request = request;
        this.signIn = signIn;
        this.organizations = organizations;
        this.association = association;
    }

    @ServerRequestFilter(preMatching = true, priority = FIRST)
    Uni<Void> authenticate(ContainerRequestContext call) {
        if (!call.getUriInfo().getPath().startsWith("/v1")) {
            return Uni.createFrom().voidItem();
        }
        return identify().replaceWithVoid();
    }

    /** Asks again who it is: it costs nothing, and no trick with the path leads past it. */
    @ServerRequestFilter(priority = FIRST)
    Uni<Void> judge(ContainerRequestContext call, SimpleResourceInfo resource) {
        var route = Templates.of(resource);
        MDC.put(ROUTE, route);
        var wanted = call.getMethod() + " " + route;
        var target = Target.of(call.getUriInfo().getPathParameters());
        return identify().chain(identity -> {
            requireOwnPassword(identity, wanted);
            return requireRole(Login.of(identity), wanted, target, isReading(call));
        });
    }

    private Uni<SecurityIdentity> identify() {
        requireOneAuthorization(request.getCurrent().request().headers().getAll(HttpHeaders.AUTHORIZATION));
        return signIn.identity(request.getCurrent()).invoke(identity -> {
            association.setIdentity(identity);
            requireSomebody(identity);
        });
    }

    /** Of several, whoever stands before this service might have looked at another one. */
    private static void requireOneAuthorization(List<String> headers) {
        if (headers.size() > 1) {
            throw new Refusal(Code.MALFORMED, "Send one Authorization header, not several.");
        }
    }

    private static void requireSomebody(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw new Refusal(Code.UNAUTHENTICATED, "Sign in with a user name and a password.");
        }
    }

    private static void requireOwnPassword(SecurityIdentity identity, String call) {
        if (Login.of(identity).mustChange() && !call.equals(CHANGE_PASSWORD)) {
            throw new Refusal(
                    Code.PASSWORD_CHANGE_REQUIRED,
                    "This is a temporary password. Choose your own with " + CHANGE_PASSWORD
                            + ", then sign in with it.");
        }
    }

    private Uni<Void> requireRole(Login caller, String wanted, Target target, boolean reads) {
        return switch (Permissions.judge(wanted, caller, target)) {
            case FORBIDDEN -> throw new Refusal(Code.FORBIDDEN, "Your role does not allow this call.");
            case NOT_FOUND -> requirePart(caller, wanted, target, reads);
            case ALLOWED -> Uni.createFrom().voidItem();
        };
    }

    /**
     * What has become part of the caller's organisation is read as the caller reads the organisation itself, and changed
     * by nobody. Only here, where the call would be refused, a wall is looked at more closely.
     */
    private Uni<Void> requirePart(Login caller, String wanted, Target target, boolean reads) {
        var own = caller.organizationId();
        if (own == null || target.organizationId() == null) {
            throw Refusal.notFound();
        }
        return organizations.mergedInto(target.organizationId()).chain(into -> {
            if (!into.equals(Optional.of(own))) {
                throw Refusal.notFound();
            }
            return requireRole(caller, wanted, target.in(own), reads).invoke(() -> {
                if (!reads) {
                    throw Refusal.merged(own);
                }
            });
        });
    }

    private static boolean isReading(ContainerRequestContext call) {
        return call.getMethod().equals(HttpMethod.GET) || call.getMethod().equals(HttpMethod.HEAD);
    }
}
