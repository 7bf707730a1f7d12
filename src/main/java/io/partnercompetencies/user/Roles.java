package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import io.partnercompetencies.problem.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The roles of a user as clients write them. */
final class Roles {

    private Roles() {}

    static Set<Role> of(List<String> texts) {
        var roles = EnumSet.of(Role.USER);
        for (int i = 0; texts != null && i < texts.size(); i++) {
            var pointer = "/roles/" + i;
            roles.add(Role.of(String.valueOf(texts.get(i)))
                    .filter(Role.OF_EMPLOYEES::contains)
                    .orElseThrow(() -> Refusal.invalid(pointer, "is not a role that a user can have: " + known())));
        }
        return roles;
    }

    static List<String> texts(Set<Role> roles) {
        return roles.stream().sorted().map(Role::text).toList();
    }

    private static String known() {
        return String.join(", ", texts(Role.OF_EMPLOYEES)) + ".";
    }
}
