package io.partnercompetencies.competency;

import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEventType;
import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Credit;
import java.time.Instant;
import java.util.UUID;

/**
 * What an organisation's systems learn of an achievement that counts from now on.
 *
 * @param countedAt when it was due, as the list of achievements shows it
 */
record AchievementCounted(
        UUID achievementId,
        UUID userId,
        AchievementType type,
        String credential,
        Instant achievedAt,
        Instant countedAt,
        Cause cause) {

    static PartnerEvent event(UUID organizationId, Credit credit, Instant at) {
        return PartnerEvent.of(
                organizationId,
                PartnerEventType.ACHIEVEMENT_COUNTED,
                credit.achievementId(),
                at,
                new AchievementCounted(
                        credit.achievementId(),
                        credit.userId(),
                        credit.type(),
                        credit.credential(),
                        credit.achievedAt(),
                        credit.dueAt(),
                        Cause.ACHIEVEMENT_COUNTS));
    }
}
