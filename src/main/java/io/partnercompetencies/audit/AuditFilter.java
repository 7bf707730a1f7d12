package io.partnercompetencies.audit;

import io.partnercompetencies.problem.Refusal;
import java.time.Instant;
import java.util.UUID;

/**
 * Which records are asked for; null is no limit.
 *
 * @param to exclusive
 * @param userId who made the change, or whom it is about
 */
public record AuditFilter(Instant from, Instant to, UUID userId) {

    public AuditFilter {
        if (from != null && to != null && from.isAfter(to)) {
            throw Refusal.invalidParameter("from", "from must not be after to.");
        }
    }
}
