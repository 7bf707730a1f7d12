package io.partnercompetencies.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which roles may make which call: the matrix, one line a call. A call that is not in it is the programme
 * administrator's alone.
 */
final class Permissions {

    private static final Set<Role> EVERYBODY = Collections.unmodifiableSet(EnumSet.allOf(Role.class));

    private static final Map<String, Set<Role>> MATRIX = Map.of("GET /v1/me", EVERYBODY);

    private Permissions() {}

    /** @param call method and path as the resource declares them, such as {@code GET /v1/organizations/{organizationId}} */
    static boolean allows(String call, Set<Role> roles) {
        return roles.contains(Role.PROGRAMME_ADMIN)
                || !Collections.disjoint(MATRIX.getOrDefault(call, Set.of()), roles);
    }
}
