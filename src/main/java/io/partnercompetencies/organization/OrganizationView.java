package io.partnercompetencies.organization;

import io.partnercompetencies.rules.Market;
import java.time.Instant;
import java.util.UUID;

/**
 * A partner company: its global account.
 *
 * @param mergedInto the one that it is part of by now, or null
 */
public record OrganizationView(
        UUID id, String mpnId, String name, String country, Market market, Instant createdAt, UUID mergedInto) {}
