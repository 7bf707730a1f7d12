package io.partnercompetencies.competency;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where an organisation stands in all competencies.
 *
 * @param evaluatedAt the instant of the stored evaluation
 * @param completeThrough everything up to this instant has been counted (T5)
 */
@Schema(name = "OrganizationStatus")
record StatusView(UUID organizationId, Instant evaluatedAt, Instant completeThrough, List<CompetencyView> items) {

    @Schema(name = "CompetencySummary")
    record CompetencyView(String competencyId, String name, List<LevelView> levels, int pendingAchievements) {}
}
