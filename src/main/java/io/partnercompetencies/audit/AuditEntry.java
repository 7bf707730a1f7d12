package io.partnercompetencies.audit;

import java.time.Instant;
import java.util.UUID;

/** An event as it is written: with its actor as the organisation may know it, and what of the values changed. */
record AuditEntry(UUID id, Instant at, AuditEvent event, Actor actor, AuditValue before, AuditValue after) {

    /** Nothing but what was so before. */
    boolean isEmpty() {
        return event.hasValues() && before.isEmpty() && after.isEmpty();
    }

    UUID organizationId() {
        return event.organizationId();
    }

    String resourceId() {
        return event.resourceId() == null ? null : event.resourceId().toString();
    }
}
