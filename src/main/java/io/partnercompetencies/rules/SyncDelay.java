package io.partnercompetencies.rules;

import java.time.Duration;
import java.time.Instant;

/** How long an achievement waits until it counts (T2, from the seed page <em>Earn Microsoft Competencies</em>). */
public record SyncDelay(Duration length) {

    public static final SyncDelay OF_THE_PROGRAMME = new SyncDelay(Duration.ofHours(24));

    public SyncDelay {
        if (length.isNegative()) {
            throw new IllegalArgumentException("The wait cannot be negative: " + length);
        }
    }

    /** The later of achievement and association, plus the wait (T2). */
    public Instant countsFrom(Instant achievedAt, Instant associatedAt) {
        return (achievedAt.isAfter(associatedAt) ? achievedAt : associatedAt).plus(length);
    }
}
