package io.partnercompetencies.access;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where work accounts are kept is settled when the service starts. */
class WorkAccountsChoice {

    @Produces
    @Singleton
    WorkAccounts choose(
            OidcSettings provider,
            Logins builtIn,
            RegisteredAccounts registered,
            Instance<KeycloakAccounts> inKeycloak) {
        if (provider.issuer().isEmpty()) {
            return builtIn;
        }
        return provider.admin().clientId().isPresent() ? inKeycloak.get() : registered;
    }
}
