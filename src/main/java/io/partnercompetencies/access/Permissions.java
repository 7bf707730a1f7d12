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

    /** Without one of these, status and reports leave out whoever they are about. */
    private static final Set<Role> WITH_PERSONAL_DATA = Collections.unmodifiableSet(EnumSet.of(
            Role.PROGRAMME_ADMIN,
            Role.GLOBAL_ADMIN,
            Role.MPN_PARTNER_ADMIN,
            Role.ACCOUNT_ADMIN,
            Role.USER_MANAGEMENT_ADMIN,
            Role.EXECUTIVE_REPORT_VIEWER));

    private static final Map<String, Set<Role>> MATRIX = Map.of("GET /v1/me", EVERYBODY);

    private Permissions() {}

    /** @param call method and path as the resource declares them, such as {@code GET /v1/organizations/{organizationId}} */
    static boolean allows(String call, Set<Role> roles) {
        return roles.contains(Role.PROGRAMME_ADMIN)
                || !Collections.disjoint(MATRIX.getOrDefault(call, Set.of()), roles);
    }

    static boolean showPeople(Set<Role> roles) {
        return !Collections.disjoint(WITH_PERSONAL_DATA, roles);
    }
}
