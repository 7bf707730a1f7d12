package io.partnercompetencies.competency;

import io.partnercompetencies.rules.Level;
import java.time.Instant;
import java.util.UUID;

/**
 * What makes a level met for a time, whatever the facts say (R7).
 *
 * @param endedAt when it was ended before its time, by {@code endedBy}
 */
record OverrideView(
        UUID id,
        String competencyId,
        Level level,
        String reason,
        Instant until,
        Instant createdAt,
        String createdBy,
        Instant endedAt,
        String endedBy) {

    boolean isInForceAt(Instant instant) {
        return endedAt == null && until.isAfter(instant);
    }

    NewOverride asWanted() {
        return new NewOverride(competencyId, level, reason, until);
    }

    /** Nothing of it changes but that it is ended, once. */
    long version() {
        return endedAt == null ? 0 : 1;
    }
}
