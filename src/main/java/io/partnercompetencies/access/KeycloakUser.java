package io.partnercompetencies.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;

/** An employee's account as Keycloak's admin API writes it. */
final class KeycloakUser {

    static final String ORGANIZATION = "organization_id";
    static final String USER = "user_id";

    private KeycloakUser() {}

    /** Keycloak asks for another password at the first sign-in. */
    static JsonObject of(NewWorkAccount account, Temporary made) {
        return new JsonObject()
                .put("username", made.userName())
                .put("firstName", account.firstName())
                .put("lastName", account.lastName())
                .put("email", account.email())
                .put("enabled", true)
                .put("requiredActions", new JsonArray().add("UPDATE_PASSWORD"))
                .put("credentials", new JsonArray().add(password(made.temporaryPassword())))
                .put(
                        "attributes",
                        new JsonObject()
                                .put(ORGANIZATION, list(account.organizationId().toString()))
                                .put(USER, list(account.userId().toString())));
    }

    static JsonObject password(String temporary) {
        return new JsonObject().put("type", "password").put("value", temporary).put("temporary", true);
    }

    static boolean isOf(JsonObject user, Set<UUID> organizations, UUID userId) {
        var attributes = user.getJsonObject("attributes", new JsonObject());
        return organizations.stream().anyMatch(id -> list(id.toString()).equals(attributes.getValue(ORGANIZATION)))
                && list(userId.toString()).equals(attributes.getValue(USER));
    }

    private static JsonArray list(String value) {
        return new JsonArray().add(value);
    }
}
