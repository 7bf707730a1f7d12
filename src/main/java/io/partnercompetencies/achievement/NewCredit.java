package io.partnercompetencies.achievement;

import io.partnercompetencies.account.Association;
import io.partnercompetencies.rules.SyncDelay;
import java.time.Instant;

/** An achievement that an association brings its organisation from now on. */
record NewCredit(Association association, Achievement achievement, Instant countsFrom) {

    static NewCredit of(Association association, Achievement achievement, SyncDelay delay) {
        return new NewCredit(
                association, achievement, delay.countsFrom(achievement.achievedAt(), association.associatedAt()));
    }

    boolean fits() {
        return association.kind().brings(achievement.type());
    }
}
