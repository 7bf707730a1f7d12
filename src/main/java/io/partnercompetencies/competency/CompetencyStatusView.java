package io.partnercompetencies.competency;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where an organisation stands in one competency, with the proof of every option. */
record CompetencyStatusView(
        UUID organizationId,
        Instant evaluatedAt,
        Instant completeThrough,
        String competencyId,
        String name,
        List<LevelView> levels,
        int pendingAchievements) {

    CompetencyStatusView withoutReasons() {
        return new CompetencyStatusView(
                organizationId,
                evaluatedAt,
                completeThrough,
                competencyId,
                name,
                levels.stream().map(LevelView::withoutReasons).toList(),
                pendingAchievements);
    }
}
