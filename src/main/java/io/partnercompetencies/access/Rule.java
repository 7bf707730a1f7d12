package io.partnercompetencies.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may make one call.
 *
 * @param roles any of them is enough
 * @param onOneself whether every employee may make it, too, where the path's user is the employee
 */
record Rule(Set<Role> roles, boolean onOneself) {

    static final Rule PROGRAMME_ONLY = new Rule(Set.of(), false);
    static final Rule ONESELF = new Rule(Set.of(), true);

    static Rule anyOf(Role first, Role... others) {
        return new Rule(Collections.unmodifiableSet(EnumSet.of(first, others)), false);
    }

    static Rule everybody() {
        return new Rule(Collections.unmodifiableSet(EnumSet.allOf(Role.class)), false);
    }

    Rule orOneself() {
        return new Rule(roles, true);
    }
}
