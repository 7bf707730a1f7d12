package io.partnercompetencies.competency;

import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Level;
import java.util.List;

/** A level of a competency that an organisation holds, or held. */
public record HeldLevel(String competencyId, Level level) {

    public boolean isMetIn(List<CompetencyStatus> statuses) {
        for (var status : statuses) {
            if (status.competencyId().equals(competencyId)) {
                return status.level(level) != null && status.level(level).met();
            }
        }
        return false;
    }
}
