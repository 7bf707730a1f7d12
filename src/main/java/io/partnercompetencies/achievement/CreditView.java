package io.partnercompetencies.achievement;

import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.CreditStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An achievement as an organisation sees it.
 *
 * @param countsFrom when it will count, or began to (T2)
 * @param countedAt when it was counted; absent while it is not
 */
@Schema(name = "OrganizationAchievement")
public record CreditView(
        UUID id,
        UUID userId,
        AchievementType type,
        String credential,
        String title,
        Instant achievedAt,
        Instant expiresAt,
        CreditStatus status,
        Instant countsFrom,
        Instant countedAt) {}
