package io.partnercompetencies.achievement;

import java.time.Instant;
import java.util.UUID;

/** What an achievement says since it was reported again. */
record Revised(UUID accountId, UUID id, Instant expiresAt, String source) {

    static Revised of(Achievement achievement) {
        return new Revised(achievement.accountId(), achievement.id(), achievement.expiresAt(), achievement.source());
    }
}
