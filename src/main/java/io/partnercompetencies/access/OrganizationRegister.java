package io.partnercompetencies.access;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What accounts need to know of organisations, which live further right. */
public interface OrganizationRegister {

    Uni<Boolean> knows(UUID organizationId);
}
