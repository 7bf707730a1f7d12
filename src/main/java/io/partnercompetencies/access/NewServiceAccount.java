package io.partnercompetencies.access;

import io.partnercompetencies.http.Text;
import io.partnercompetencies.problem.Refusal;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param role in kebab-case */
record NewServiceAccount(
        @NotNull(message = "name is missing.") @Text(max = 100)
        String name,

        @NotNull(message = "role is missing.") @Schema(implementation = Role.class)
        String role,

        UUID organizationId) {

    /** Refused where it is none of a service account, or does not go with the organisation or without one. */
    Role checkedRole() {
        var checked = Role.of(role)
                .filter(found -> found != Role.USER)
                .orElseThrow(
                        () -> Refusal.invalid("/role", "is not a role that a service account can have: " + known()));
        if (Role.OF_EMPLOYEES.contains(checked) && organizationId == null) {
            throw Refusal.invalid("/organizationId", "organizationId is missing: " + role + " is a role inside one.");
        }
        boolean reachesAll = checked == Role.PROGRAMME_ADMIN || checked == Role.LEARNING_PROVIDER;
        if (reachesAll && organizationId != null) {
            throw Refusal.invalid(
                    "/organizationId", "organizationId must be left out: " + role + " is for all of them.");
        }
        return checked;
    }

    private static String known() {
        return EnumSet.complementOf(EnumSet.of(Role.USER)).stream()
                .map(Role::text)
                .collect(Collectors.joining(", ", "", "."));
    }
}
