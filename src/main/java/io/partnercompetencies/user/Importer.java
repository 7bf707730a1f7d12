package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import io.partnercompetencies.audit.Actor;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who started an import, for whom it goes on after the call.
 *
 * @param userId null for an account that belongs to no employee
 * @param requestId of the call that started it
 */
record Importer(String userName, UUID userId, Set<Role> roles, String requestId) {

    /** An employee imports into the own organisation alone. */
    Actor actor(UUID organizationId) {
        return new Actor(
                userId == null ? null : organizationId,
                userId,
                userName,
                roles.stream().map(Role::text).collect(Collectors.toSet()),
                requestId);
    }
}
