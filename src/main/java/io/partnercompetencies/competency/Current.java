package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Standing;
import java.time.Instant;

/**
 * An organisation's stored evaluation, as one statement reads it.
 *
 * @param passedThrough the instant through which the last finished pass had looked
 */
record Current(Standing standing, Instant passedThrough, StoredSnapshot stored) {

    /** What is due and not counted yet, or else how far the last pass came (T5). */
    Instant completeThrough(Instant nextDueAt, Instant now) {
        return nextDueAt != null && !nextDueAt.isAfter(now) ? nextDueAt : passedThrough;
    }

    Snapshot snapshot() {
        return stored.get();
    }

    Current with(Snapshot fresh) {
        return new Current(standing, passedThrough, StoredSnapshot.of(fresh));
    }
}
