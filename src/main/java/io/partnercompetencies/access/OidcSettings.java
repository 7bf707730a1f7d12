package io.partnercompetencies.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The identity provider. Where none is named, people sign in with the built-in accounts. */
@ConfigMapping(prefix = "competencies.oidc")
public interface OidcSettings {

    /** The provider's address, to which {@code /.well-known/openid-configuration} is added. */
    Optional<String> issuer();

    /** What the provider's tokens call this service. Quarkus sees to it, and {@code launch.Main} that it is there. */
    Optional<List<String>> audience();

    Claims claims();

    Admin admin();

    /** Where a token says what: names of claims, those inside others behind a slash. */
    interface Claims {

        @WithDefault("realm_access/roles")
        String roles();

        @WithDefault("organization_id")
        String organization();

        @WithDefault("user_id")
        String user();

        @WithDefault("preferred_username")
        String name();
    }

    /** A client of Keycloak's that may manage the users of the realm. */
    interface Admin {

        Optional<String> clientId();

        Optional<String> clientSecret();

        /** Made of the issuer unless it is somewhere else. */
        Optional<String> url();
    }
}
