package io.partnercompetencies.access;

import static io.partnercompetencies.access.Role.ACCOUNT_ADMIN;
import static io.partnercompetencies.access.Role.EXECUTIVE_REPORT_VIEWER;
import static io.partnercompetencies.access.Role.GLOBAL_ADMIN;
import static io.partnercompetencies.access.Role.MPN_PARTNER_ADMIN;
import static io.partnercompetencies.access.Role.PROGRAMME_ADMIN;
import static io.partnercompetencies.access.Role.REPORT_VIEWER;
import static io.partnercompetencies.access.Role.USER;
import static io.partnercompetencies.access.Role.USER_MANAGEMENT_ADMIN;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which roles one may give to an employee. Who may not give a role may not manage whoever has it either: a new
 * temporary password would be the role.
 */
public final class Grants {

    private static final Set<Role> ALL_BUT_GLOBAL_ADMIN = EnumSet.of(
            MPN_PARTNER_ADMIN, ACCOUNT_ADMIN, USER_MANAGEMENT_ADMIN, REPORT_VIEWER, EXECUTIVE_REPORT_VIEWER, USER);

    private Grants() {}

    public static boolean mayGive(Set<Role> giver, Set<Role> given) {
        return givenBy(giver).containsAll(given);
    }

    private static Set<Role> givenBy(Set<Role> giver) {
        if (giver.contains(PROGRAMME_ADMIN) || giver.contains(GLOBAL_ADMIN)) {
            return Role.OF_EMPLOYEES;
        }
        if (giver.contains(ACCOUNT_ADMIN)) {
            return ALL_BUT_GLOBAL_ADMIN;
        }
        return giver.contains(USER_MANAGEMENT_ADMIN) ? Set.of(USER) : Set.of();
    }
}
