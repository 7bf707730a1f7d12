package io.partnercompetencies.competency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What counts held levels of the whole programme as met, where the anniversary lies in a range (R7).
 *
 * @param competencies null for all of them
 */
record ExemptionView(
        UUID id,
        List<String> competencies,
        LocalDate anniversaryFrom,
        LocalDate anniversaryTo,
        String reason,
        Instant createdAt,
        String createdBy,
        Instant endedAt,
        String endedBy) {

    NewExemption asWanted() {
        return new NewExemption(competencies, anniversaryFrom, anniversaryTo, reason);
    }

    /** Nothing of it changes but that it is ended, once. */
    long version() {
        return endedAt == null ? 0 : 1;
    }
}
