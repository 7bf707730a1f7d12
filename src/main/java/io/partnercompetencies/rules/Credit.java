package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * An achievement as an organisation has it through one association.
 *
 * @param credential the code as it was reported, in any case
 * @param fits whether the association's kind brings achievements of this type (P3)
 * @param countsFrom the law's instant, {@link SyncDelay#countsFrom}
 * @param knownFrom when it was reported; it counts from the later of both (T2)
 * @param expiresAt exclusive, or null; likewise {@code revokedAt} and {@code endedAt} (the association's end)
 */
public record Credit(
        UUID achievementId,
        UUID userId,
        String credential,
        AchievementType type,
        boolean fits,
        Instant achievedAt,
        Instant countsFrom,
        Instant knownFrom,
        Instant expiresAt,
        Instant revokedAt,
        Instant endedAt) {

    /** The instant at which a pass may count it: what the law says, but not before its report (T2). */
    public Instant dueAt() {
        return countsFrom.isAfter(knownFrom) ? countsFrom : knownFrom;
    }

    /** Whether it still holds at the instant at which it is due; else it never counts. */
    boolean lastsUntilItCounts(Credential credential) {
        return (expiresAt == null || expiresAt.isAfter(dueAt())) && credential.isAcceptedAt(dueAt());
    }
}
