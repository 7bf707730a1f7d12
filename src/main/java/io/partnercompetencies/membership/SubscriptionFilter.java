package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Level;
import java.time.LocalDate;

/**
 * Which terms are asked for; null stands for all.
 *
 * @param expiresBefore exclusive
 * @param status as it is shown, by the dates
 */
record SubscriptionFilter(LocalDate expiresBefore, Level level, SubscriptionStatus status, Boolean atRisk) {

    /** Whether only terms that are stored as running can be meant. */
    boolean asksForRunning() {
        return asksForRisk() || status != null && status.runs();
    }

    boolean asksForRisk() {
        return Boolean.TRUE.equals(atRisk);
    }

    /** Whether terms are to be left out that are at risk; of those that are over none is. */
    boolean excludesRisk() {
        return Boolean.FALSE.equals(atRisk) && (status == null || status.runs());
    }
}
