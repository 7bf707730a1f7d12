package io.partnercompetencies.organization;

import io.partnercompetencies.rules.Cause;
import java.time.Instant;
import java.util.UUID;

/**
 * An achievement that the organisation does not have any more.
 *
 * @param dueAt when it was to count; what was not counted by then is no loss to any level
 */
public record Loss(UUID userId, UUID achievementId, String credential, Instant dueAt, Cause cause) {}
