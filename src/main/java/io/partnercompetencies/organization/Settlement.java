package io.partnercompetencies.organization;

import java.time.Instant;
import java.util.UUID;

/** The outcome of one evaluation, as it is written to the standing. */
public record Settlement(
        UUID organizationId,
        Instant countedThrough,
        Instant evaluatedAt,
        Instant nextDueAt,
        int pending,
        int catalogueRelease,
        String snapshot) {}
