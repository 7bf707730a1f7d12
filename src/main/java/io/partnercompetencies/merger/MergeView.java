package io.partnercompetencies.merger;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason why it failed, or null */
@Schema(name = "Merge")
record MergeView(
        UUID id,
        UUID absorbedOrganizationId,
        MergeStatus status,
        Instant startedAt,
        Instant finishedAt,
        String reason) {}
