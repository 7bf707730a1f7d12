package io.partnercompetencies.achievement;

import io.partnercompetencies.problem.Refusal;

/**
 * What became of one reported achievement: recorded, known already, or refused.
 *
 * @param isNew false where it was known, be it updated or not
 */
public record Reported(AchievementView achievement, boolean isNew, Refusal refusal) {

    static Reported recorded(AchievementView achievement) {
        return new Reported(achievement, true, null);
    }

    static Reported known(AchievementView achievement) {
        return new Reported(achievement, false, null);
    }

    static Reported refused(Refusal refusal) {
        return new Reported(null, false, refusal);
    }

    int status() {
        return refusal != null ? refusal.code().status() : isNew ? 201 : 200;
    }
}
