package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The users of a realm, by Keycloak's admin API. */
@Singleton
class Keycloak {

    private static final String ROLES_OF_USER = "/role-mappings/realm";

    private final KeycloakClient client;

    Keycloak(KeycloakClient client) {
        this.client = client;
    }

    /** Several of the following, all of which together are waited for a few seconds at most. */
    <T> Uni<T> within(Supplier<Uni<T>> calls) {
        return client.within(calls);
    }

    /** Gives the id of the new user. */
    Uni<String> create(JsonObject user) {
        return client.call(HttpMethod.POST, "/users", user)
                .map(created -> created.getHeader("Location").replaceFirst(".*/", ""));
    }

    /** The id of the user of that name, if it is that employee; names are changed in Keycloak's console, too. */
    Uni<List<String>> find(String userName, Set<UUID> organizations, UUID userId) {
        return client.call(HttpMethod.GET, "/users?exact=true&briefRepresentation=false&username=" + userName, null)
                .map(found -> objects(found.bodyAsJsonArray()).stream()
                        .filter(user -> KeycloakUser.isOf(user, organizations, userId))
                        .map(user -> user.getString("id"))
                        .toList());
    }

    static String theOnly(List<String> ids) {
        if (ids.size() != 1) {
            throw new Refusal(
                    Code.PASSWORDS_KEPT_ELSEWHERE,
                    "The identity provider does not know this employee any more. Ask whoever runs it.");
        }
        return ids.get(0);
    }

    Uni<Void> disable(String id) {
        return client.call(HttpMethod.PUT, "/users/" + id, new JsonObject().put("enabled", false))
                .replaceWithVoid();
    }

    Uni<Void> reset(String id, String temporary) {
        return client.call(HttpMethod.PUT, "/users/" + id + "/reset-password", KeycloakUser.password(temporary))
                .replaceWithVoid();
    }

    /** One who is gone already is as good. */
    Uni<Void> delete(String id) {
        return client.call(HttpMethod.DELETE, "/users/" + id, null)
                .replaceWithVoid()
                .onFailure(KeycloakClient.NotThere.class)
                .recoverWithNull();
    }

    /** Of the realm's roles only those that this service knows are given and taken. */
    Uni<Void> assign(String id, Set<Role> wanted) {
        var mappings = "/users/" + id + ROLES_OF_USER;
        return client.call(HttpMethod.GET, "/roles", null)
                .map(all -> known(all.bodyAsJsonArray()))
                .chain(known -> client.call(HttpMethod.GET, mappings, null)
                        .map(had -> known(had.bodyAsJsonArray()))
                        .chain(had -> change(mappings, HttpMethod.DELETE, without(had, names(wanted)))
                                .chain(() ->
                                        change(mappings, HttpMethod.POST, without(only(known, wanted), names(had))))));
    }

    private Uni<Void> change(String mappings, HttpMethod method, List<JsonObject> roles) {
        return roles.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.call(method, mappings, new JsonArray(roles)).replaceWithVoid();
    }

    private static List<JsonObject> known(JsonArray roles) {
        return objects(roles).stream()
                .filter(role -> Role.of(role.getString("name")).isPresent())
                .map(role -> new JsonObject().put("id", role.getString("id")).put("name", role.getString("name")))
                .toList();
    }

    private static List<JsonObject> only(List<JsonObject> roles, Set<Role> wanted) {
        var names = names(wanted);
        var found = roles.stream()
                .filter(role -> names.contains(role.getString("name")))
                .toList();
        if (found.size() < names.size()) {
            throw new IllegalStateException("the realm lacks some of the roles " + String.join(", ", names));
        }
        return found;
    }

    private static List<JsonObject> without(List<JsonObject> roles, Set<String> names) {
        return roles.stream()
                .filter(role -> !names.contains(role.getString("name")))
                .toList();
    }

    private static Set<String> names(Set<Role> roles) {
        return roles.stream().map(Role::text).collect(Collectors.toSet());
    }

    private static Set<String> names(List<JsonObject> roles) {
        return roles.stream().map(role -> role.getString("name")).collect(Collectors.toSet());
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
