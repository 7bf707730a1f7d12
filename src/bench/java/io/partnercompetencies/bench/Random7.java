package io.partnercompetencies.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** Random values as the generator needs them; the same for the same seed. */
final class Random7 {

    private Random7() {}

    /** As the service would have made it at that instant (UUID of version 7). */
    static UUID id(Instant at, SplittableRandom random) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12),
                random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }

    /** A whole second between the two, the first one where they cross. */
    static Instant between(Instant from, Instant to, SplittableRandom random) {
        long seconds = Duration.between(from, to).toSeconds();
        return seconds <= 0 ? from : from.plusSeconds(random.nextLong(seconds));
    }

    static <T> T one(T[] of, SplittableRandom random) {
        return of[random.nextInt(of.length)];
    }
}
