package io.partnercompetencies.competency;

import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.LevelStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A level of a competency that an organisation holds, or held. */
public record HeldLevel(String competencyId, Level level) {

    /** All that are met. */
    public static Set<HeldLevel> metIn(List<CompetencyStatus> statuses) {
        return statuses.stream()
                .flatMap(status -> status.levels().stream()
                        .filter(LevelStatus::met)
                        .map(level -> new HeldLevel(status.competencyId(), level.level())))
                .collect(Collectors.toSet());
    }

    public boolean isMetIn(List<CompetencyStatus> statuses) {
        for (var status : statuses) {
            if (status.competencyId().equals(competencyId)) {
                return status.level(level) != null && status.level(level).met();
            }
        }
        return false;
    }
}
