package io.partnercompetencies.achievement;

import io.partnercompetencies.rules.AchievementType;
import java.time.Instant;
import java.util.UUID;

/** An achievement as the learning provider sees it: what an account has earned. */
public record AchievementView(
        UUID id,
        String account,
        AchievementType type,
        String credential,
        Instant achievedAt,
        Instant expiresAt,
        String source,
        Instant recordedAt,
        Instant revokedAt) {}
