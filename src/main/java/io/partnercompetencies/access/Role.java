package io.partnercompetencies.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do; the matrix is in {@link Permissions}. */
public enum Role {
    PROGRAMME_ADMIN,
    LEARNING_PROVIDER,
    PERFORMANCE_PROVIDER,
    GLOBAL_ADMIN,
    MPN_PARTNER_ADMIN,
    ACCOUNT_ADMIN,
    USER_MANAGEMENT_ADMIN,
    REPORT_VIEWER,
    EXECUTIVE_REPORT_VIEWER,
    USER;

    /** The roles that an employee may have: all but the programme's own. */
    public static final Set<Role> OF_EMPLOYEES = Collections.unmodifiableSet(EnumSet.range(GLOBAL_ADMIN, USER));

    boolean isOfTheProgramme() {
        return !OF_EMPLOYEES.contains(this);
    }

    /** The role as it is written everywhere outside Java, in kebab-case. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }

    /** Roles as one column keeps them: separated by spaces; a role of a later release is left out. */
    public static Set<Role> set(String texts) {
        return Arrays.stream(texts.split(" "))
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    public static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::text).collect(Collectors.joining(" "));
    }
}
