package io.partnercompetencies.access;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * With Keycloak as the provider: an employee's account is made and changed there, and registered here. The register is
 * written first, in the caller's transaction: an account of Keycloak's that is not in it opens nothing.
 */
@Singleton
@Typed(KeycloakAccounts.class)
class KeycloakAccounts implements WorkAccounts {

    private static final String USER_NAME = "select user_name from login where organization_id = $1 and user_id = $2";

    private final Database database;
    private final Logins register;
    private final Secrets secrets;
    private final Keycloak keycloak;

    KeycloakAccounts(Database database, Logins register, Secrets secrets, Keycloak keycloak) {
        this.database = database;
        this.register = register;
        this.secrets = secrets;
        this.keycloak = keycloak;
    }

    @Override
    public Uni<FirstPassword> firstPassword() {
        return Uni.createFrom().item(() -> new FirstPassword(secrets.password(), null));
    }

    @Override
    public Uni<Temporary> create(NewWorkAccount account, FirstPassword first) {
        return register.create(account, first)
                .call(made -> keycloak.within(() -> keycloak.create(KeycloakUser.of(account, made))
                        .invoke(id -> database.undoing(() -> keycloak.within(() -> keycloak.delete(id))))
                        .chain(id -> keycloak.assign(id, account.roles()))));
    }

    @Override
    public Uni<Void> assign(UUID organizationId, UUID userId, Set<Role> roles) {
        return register.assign(organizationId, userId, roles)
                .chain(() -> withAccount(organizationId, userId, id -> keycloak.assign(id, roles)));
    }

    @Override
    public Uni<Temporary> reset(UUID organizationId, UUID userId, FirstPassword first) {
        return userName(organizationId, userId)
                .call(names -> keycloak.within(() -> keycloak.find(names.get(0), organizationId, userId)
                        .map(Keycloak::theOnly)
                        .chain(id -> keycloak.reset(id, first.password()))))
                .map(names -> new Temporary(names.get(0), first.password()));
    }

    @Override
    public Uni<Void> disable(UUID organizationId, UUID userId) {
        return register.disable(organizationId, userId)
                .chain(() -> withAccount(organizationId, userId, keycloak::disable));
    }

    @Override
    public Uni<Void> erase(UUID organizationId, UUID userId) {
        return withAccount(organizationId, userId, keycloak::delete)
                .chain(() -> register.erase(organizationId, userId));
    }

    /** Nothing is left to do where somebody has deleted the account in Keycloak. */
    private Uni<Void> withAccount(UUID organizationId, UUID userId, Function<String, Uni<Void>> work) {
        return userName(organizationId, userId)
                .chain(names -> names.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : keycloak.within(() -> keycloak.find(names.get(0), organizationId, userId)
                                .chain(ids -> ids.isEmpty() ? Uni.createFrom().voidItem() : work.apply(ids.get(0)))));
    }

    private Uni<List<String>> userName(UUID organizationId, UUID userId) {
        return database.rows(USER_NAME, organizationId, userId)
                .map(rows ->
                        rows.stream().map(row -> row.getString("user_name")).toList());
    }
}
