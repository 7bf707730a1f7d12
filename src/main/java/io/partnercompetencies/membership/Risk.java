package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.rules.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A held level that is not met, or will not be on the anniversary.
 *
 * @param people who take part in its loss, and {@code achievements} by which
 * @param bitesOn the anniversary
 * @param explained whether the reason is known to be this; else one that was told before stands
 */
record Risk(
        UUID organizationId,
        HeldLevel level,
        Cause cause,
        List<UUID> people,
        List<UUID> achievements,
        LocalDate bitesOn,
        Instant raisedAt,
        boolean explained) {}
