package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Level;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A term and whose it is.
 *
 * @param expiresOn the anniversary: its last day
 * @param endedOn the first day on which it did not run any more; null while it runs
 * @param atRisk whether it runs and a held level is at risk (M6)
 */
record OrganizationSubscriptionView(
        UUID organizationId,
        String organizationName,
        String mpnId,
        UUID id,
        Level level,
        SubscriptionStatus status,
        LocalDate startsOn,
        LocalDate expiresOn,
        LocalDate endedOn,
        boolean atRisk) {}
