package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Level;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A term of one year.
 *
 * @param expiresOn the anniversary: its last day
 * @param mergedFrom the organisation that bought it, where it came by a merge; else null
 * @param upgradeDiscountPercent where it began as an upgrade (M4)
 */
public record SubscriptionView(
        UUID id,
        Level level,
        SubscriptionStatus status,
        LocalDate startsOn,
        LocalDate expiresOn,
        Integer upgradeDiscountPercent,
        UUID mergedFrom) {}
