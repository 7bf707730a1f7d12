package io.partnercompetencies.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Who makes a call: somebody known to the identity provider or, where none is configured, to the service itself. */
@Singleton
class SignIn {

    private static final String KNOWN = SignIn.class.getName();

    private final Tokens tokens;
    private final OidcSettings settings;

    SignIn(Tokens tokens, OidcSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** Found out once a call, however often it is asked for. */
    Uni<SecurityIdentity> identity(RoutingContext call) {
        if (settings.issuer().isEmpty()) {
            return QuarkusHttpUser.getSecurityIdentity(call, null);
        }
        SecurityIdentity known = call.get(KNOWN);
        return known != null
                ? Uni.createFrom().item(known)
                : tokens.identity(call).invoke(identity -> call.put(KNOWN, identity));
    }
}
