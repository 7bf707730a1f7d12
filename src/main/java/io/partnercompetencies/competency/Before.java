package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Standing;
import java.util.UUID;

/** Where an organisation stood before an evaluation, and what the one before it said. */
record Before(Standing standing, Snapshot snapshot) {

    UUID organizationId() {
        return standing.organizationId();
    }
}
