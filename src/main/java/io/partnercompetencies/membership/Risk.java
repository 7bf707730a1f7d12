package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.rules.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A held level that is not met.
 *
 * @param people who took part in its loss, and {@code achievements} by which
 * @param bitesOn the anniversary
 */
record Risk(
        UUID organizationId,
        HeldLevel level,
        Cause cause,
        List<UUID> people,
        List<UUID> achievements,
        LocalDate bitesOn,
        Instant raisedAt) {}
