package io.partnercompetencies.access;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** What accounts need to know of organisations, which live further right. */
public interface OrganizationRegister {

    /** Whether there is such an organisation; until the running transaction ends, it becomes part of no other one. */
    Uni<Boolean> knows(UUID organizationId);

    /** Which one the organisation is part of by now; empty where it stands by itself, or does not exist. */
    Uni<Optional<UUID>> mergedInto(UUID organizationId);
}
