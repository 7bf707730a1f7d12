package io.partnercompetencies.access;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;

/**
 * Whose objects a path reaches for.
 *
 * @param inOrganization whether the path names an organisation
 * @param organizationId null, too, for what is no id
 * @param userId null when the path names no user, or what is no id
 */
record Target(boolean inOrganization, UUID organizationId, UUID userId) {

    private static final String ORGANIZATION = "organizationId";

    static Target of(MultivaluedMap<String, String> pathParameters) {
        return new Target(
                pathParameters.containsKey(ORGANIZATION),
                id(pathParameters.getFirst(ORGANIZATION)),
                id(pathParameters.getFirst("userId")));
    }

    /** The same in another organisation. */
    Target in(UUID organization) {
        return new Target(inOrganization, organization, userId);
    }

    private static UUID id(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
