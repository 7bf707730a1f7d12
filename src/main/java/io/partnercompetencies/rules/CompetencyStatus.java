package io.partnercompetencies.rules;

import java.util.List;

/**
 * Where an organisation stands in a competency.
 *
 * @param levels those that some option in force offers, SILVER first
 * @param pendingAchievements how many different pending achievements some requirement of the competency names
 */
public record CompetencyStatus(String competencyId, List<LevelStatus> levels, int pendingAchievements) {

    /** The level's status, or null where no option offers it. */
    public LevelStatus level(Level level) {
        for (var status : levels) {
            if (status.level() == level) {
                return status;
            }
        }
        return null;
    }
}
