package io.partnercompetencies.audit;

import java.util.Set;
import java.util.UUID;

/**
 * Who makes a change.
 *
 * @param organizationId null for the programme's own accounts; {@code userId} is null for whoever is no employee
 * @param userName null where the service acts by itself
 * @param requestId of the call that asked for it; null where there was none
 */
public record Actor(UUID organizationId, UUID userId, String userName, Set<String> roles, String requestId) {

    /** The service itself, as when it loads the demo partner. */
    static final Actor NOBODY = new Actor(null, null, null, Set.of(), null);

    /** As this organisation may know it: of an actor from another one it learns nothing (P4). */
    Actor knownTo(UUID organization) {
        return organizationId == null || organizationId.equals(organization) ? this : NOBODY;
    }

    String roleTexts() {
        return String.join(" ", roles.stream().sorted().toList());
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "Actor[" + userId + "]";
    }
}
