package io.partnercompetencies.performance;

import java.time.Instant;
import java.util.UUID;

/**
 * A status that was granted outside the programme.
 *
 * @param attestation its code
 * @param endedAt when it was withdrawn, or granted anew with another end
 */
record AttestationView(
        UUID id,
        String attestation,
        Instant until,
        Instant createdAt,
        String createdBy,
        Instant endedAt,
        String endedBy) {}
