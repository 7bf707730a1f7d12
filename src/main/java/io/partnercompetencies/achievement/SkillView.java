package io.partnercompetencies.achievement;

import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.CreditStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One person and achievement of a skills report.
 *
 * @param userId absent, like the name, for readers who may not see people
 * @param competencies ids of those that it serves, or will once it counts
 */
@Schema(name = "SkillsReportRow")
public record SkillView(
        UUID userId,
        String displayName,
        AchievementType type,
        String credential,
        String title,
        CreditStatus status,
        Instant achievedAt,
        Instant countsFrom,
        Instant countedAt,
        Instant expiresAt,
        List<String> competencies) {}
