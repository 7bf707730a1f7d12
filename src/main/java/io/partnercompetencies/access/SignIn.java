package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Who makes a call: somebody known to the identity provider or, where none is configured, to the service itself. */
@Singleton
class SignIn {

    private static final String KNOWN = SignIn.class.getName();

    private final Tokens tokens;
    private final BuiltInLogins logins;
    private final OidcSettings settings;

    SignIn(Tokens tokens, BuiltInLogins logins, OidcSettings settings) {
        this.tokens = tokens;
        this.logins = logins;
        this.settings = settings;
    }

    /** Found out once a call, however often it is asked for. */
    Uni<SecurityIdentity> identity(RoutingContext call) {
        SecurityIdentity known = call.get(KNOWN);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return (settings.issuer().isEmpty() ? builtIn(call) : tokens.identity(call)).invoke(identity -> {
            call.put(KNOWN, identity);
            call.setUser(new QuarkusHttpUser(identity));
        });
    }

    private Uni<SecurityIdentity> builtIn(RoutingContext call) {
        return BasicCredentials.in(call.request().getHeader(HttpHeaders.AUTHORIZATION))
                .map(logins::identity)
                .orElseThrow(() -> new Refusal(Code.UNAUTHENTICATED, "Sign in with a user name and a password."));
    }
}
