package io.partnercompetencies.database;

import java.time.Instant;
import java.util.UUID;

/**
 * Between which ids all rows of a span of time lie, so that the index over the ids leads to them. An id may be made a
 * little ahead of the clock, see {@link Ids}: the span is a minute wider at both ends.
 */
public final class IdBounds {

    private static final long SLACK = 60;
    private static final long LAST_MILLI = (1L << 48) - 1;

    private IdBounds() {}

    public static UUID lowest(Instant from) {
        return new UUID(milli(from.getEpochSecond() - SLACK) << 16, 0);
    }

    /** Exclusive. */
    public static UUID highest(Instant to) {
        return new UUID(milli(to.getEpochSecond() + 1 + SLACK) << 16, 0);
    }

    private static long milli(long second) {
        return Math.max(0, Math.min(LAST_MILLI / 1000, second)) * 1000;
    }
}
