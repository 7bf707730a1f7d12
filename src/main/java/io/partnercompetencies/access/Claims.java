package io.partnercompetencies.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a verified token says of its bearer.
 *
 * @param organizationId null for the programme's own people and integrations
 * @param userId null for whoever is no employee
 */
record Claims(String name, UUID organizationId, UUID userId, Set<Role> roles) {

    private static final int LONGEST_NAME = 200;

    Claims {
        if (userId != null && organizationId == null) {
            throw BearerToken.refused("The token names a user and no organization. Ask whoever runs the identity "
                    + "provider to put both into it.");
        }
    }

    static Claims of(JsonObject token, OidcSettings.Claims names) {
        return new Claims(
                name(token, names),
                id(token, names.organization()),
                id(token, names.user()),
                roles(find(token, names.roles())));
    }

    /** The same in the organisation that the token's has become part of. */
    Claims in(UUID organization) {
        return new Claims(name, organization, userId, roles);
    }

    /**
     * The bearer, unless it is an employee: whether one is still with the organization is not for a token to say. Roles
     * of an organization need one, and the programme is not administered from within an organization.
     */
    Login login() {
        var counting = EnumSet.noneOf(Role.class);
        roles.stream()
                .filter(role -> organizationId == null ? role.isOfTheProgramme() : role != Role.PROGRAMME_ADMIN)
                .forEach(counting::add);
        return new Login(name, organizationId, null, counting);
    }

    /**
     * An employee, whose account the service keeps: a role counts that both give, so that one which is taken away here
     * is gone at once, and one which the provider does not know of is not had.
     */
    Login login(Login account) {
        var counting = EnumSet.of(Role.USER);
        account.roles().stream()
                .filter(Role.OF_EMPLOYEES::contains)
                .filter(roles::contains)
                .forEach(counting::add);
        return new Login(account.userName(), account.organizationId(), userId, counting);
    }

    private static String name(JsonObject token, OidcSettings.Claims names) {
        return text(find(token, names.name()))
                .or(() -> text(token.getValue("sub")))
                .filter(name -> name.length() <= LONGEST_NAME)
                .orElseThrow(() -> BearerToken.refused("The token does not say who it was given to: the claim "
                        + names.name() + " is missing or too long."));
    }

    private static UUID id(JsonObject token, String claim) {
        var found = find(token, claim);
        return found == null
                ? null
                : text(found)
                        .flatMap(Claims::uuid)
                        .orElseThrow(() -> BearerToken.refused("The claim " + claim + " of the token is not a UUID. "
                                + "Ask whoever runs the identity provider to correct it."));
    }

    /** Java would read shorter ones, too. */
    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<Role> roles(Object claim) {
        var texts = claim instanceof JsonArray list
                ? list.getList()
                : List.of(String.valueOf(claim).split(" "));
        var roles = EnumSet.noneOf(Role.class);
        for (var text : texts) {
            Role.of(String.valueOf(text)).ifPresent(roles::add);
        }
        return roles;
    }

    /** A claim by its own name first, which may hold slashes, as the namespaced ones of some providers do. */
    private static Object find(JsonObject token, String path) {
        if (token.containsKey(path)) {
            return token.getValue(path);
        }
        int slash = path.indexOf('/');
        return slash > 0 && token.getValue(path.substring(0, slash)) instanceof JsonObject inside
                ? find(inside, path.substring(slash + 1))
                : null;
    }

    /** Some providers wrap every value of a directory into a list. */
    private static Optional<String> text(Object claim) {
        var single = claim instanceof JsonArray list && list.size() == 1 ? list.getValue(0) : claim;
        return single instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
