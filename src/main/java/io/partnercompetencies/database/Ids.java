package io.partnercompetencies.database;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids: UUIDs of version 7 (RFC 9562), which sort by the millisecond and, within one copy, by their order. */
@Singleton
class Ids {

    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    Ids(Clock clock) {
        this.clock = clock;
    }

    UUID next() {
        return new UUID(timeAndCounter(), unguessable() >>> 2 | 0x8000_0000_0000_0000L);
    }

    /** In one go: the lanes of a pass make thousands of ids at once, and each call waits for the others'. */
    private long unguessable() {
        var bytes = new byte[Long.BYTES];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes).getLong();
    }

    /** The counter starts anew each millisecond and runs over into the next one, so ids never go back. */
    private synchronized long timeAndCounter() {
        long start = clock.instant().toEpochMilli() << COUNTER_BITS
                | ThreadLocalRandom.current().nextInt(1 << 8);
        last = start > last || clockWasSetBack(start) ? start : last + 1;
        return (last >>> COUNTER_BITS) << 16 | 0x7000 | last & 0xFFF;
    }

    private boolean clockWasSetBack(long start) {
        return last - start > 60_000L << COUNTER_BITS;
    }
}
