package io.partnercompetencies.access;

import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * With Keycloak as the provider: an employee's account is made and changed there, and registered here. The register is
 * written first, in the caller's transaction: an account of Keycloak's that is not in it opens nothing.
 */
@Singleton
@Typed(KeycloakAccounts.class)
class KeycloakAccounts implements WorkAccounts {

    /** Keycloak goes on naming the organisation that somebody was hired by, though it may be part of this one by now. */
    private static final String KNOWN = """
            select user_name, array(select organization_id from standing where merged_into = $1) as parts
            from login where organization_id = $1 and user_id = $2""";

    private record Known(String userName, Set<UUID> organizations) {}

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
                .call(made -> within(() -> keycloak.create(KeycloakUser.of(account, made))
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
        return known(organizationId, userId)
                .call(known -> within(() -> find(known.get(0), userId)
                        .map(Keycloak::theOnly)
                        .chain(id -> keycloak.reset(id, first.password()))))
                .map(known -> new Temporary(known.get(0).userName(), first.password()));
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
        return known(organizationId, userId)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : within(() -> find(known.get(0), userId)
                                .chain(ids -> ids.isEmpty() ? Uni.createFrom().voidItem() : work.apply(ids.get(0)))));
    }

    private <T> Uni<T> within(Supplier<Uni<T>> calls) {
        return database.waitForOthers().chain(() -> keycloak.within(calls));
    }

    private Uni<List<String>> find(Known known, UUID userId) {
        return keycloak.find(known.userName(), known.organizations(), userId);
    }

    private Uni<List<Known>> known(UUID organizationId, UUID userId) {
        return database.rows(KNOWN, organizationId, userId)
                .map(rows -> rows.stream()
                        .map(row -> new Known(
                                row.getString("user_name"),
                                Stream.concat(Stream.of(organizationId), Stream.of(row.getArrayOfUUIDs("parts")))
                                        .collect(Collectors.toSet())))
                        .toList());
    }
}
