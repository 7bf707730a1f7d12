package io.partnercompetencies.access;

import jakarta.inject.Singleton;

/** Where the realm of the issuer is administered, and as which client: {@code …/realms/x} is in {@code …/admin/realms/x}. */
@Singleton
class KeycloakAddress {

    private final String issuer;
    private final OidcSettings.Admin admin;

    KeycloakAddress(OidcSettings settings) {
        this.issuer = settings.issuer().orElseThrow().replaceFirst("/+$", "");
        this.admin = settings.admin();
    }

    String token() {
        return issuer + "/protocol/openid-connect/token";
    }

    String admin() {
        return admin.url().orElseGet(() -> issuer.replaceFirst("/realms/(?=[^/]+$)", "/admin/realms/"));
    }

    String clientId() {
        return admin.clientId().orElseThrow();
    }

    String clientSecret() {
        return admin.clientSecret().orElse("");
    }
}
