package io.partnercompetencies.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * So many at once, and so many a second in the long run, for each of many keys. A key is worth one number: the instant
 * at which all it has taken will have come back (the generic cell rate algorithm). The keys used longest ago are
 * forgotten when there are too many, which can only let somebody have more.
 */
final class Buckets {

    private static final int MOST = 10_000;

    private final long interval;
    private final long depth;
    private final Map<String, Long> full = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /** @param perSecond 0 for no bound at all */
    Buckets(int perSecond, int burst) {
        interval = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
        depth = interval == 0 ? Long.MAX_VALUE / 2 : interval * (Math.max(burst, 1) - 1);
    }

    /** Takes one, if there is one. The nanoseconds to wait for it otherwise, else 0. */
    synchronized long take(String key, long now) {
        long wait = wait(key, now);
        if (wait == 0) {
            full.merge(key, now + interval, (known, first) -> later(known, now) + interval);
        }
        return wait;
    }

    /** The nanoseconds until one could be taken. */
    synchronized long wait(String key, long now) {
        var known = full.get(key);
        return known == null ? 0 : Math.max(0, known - now - depth);
    }

    /** Whether something has been taken with this key, as far as is remembered. */
    synchronized boolean knows(String key) {
        return full.containsKey(key);
    }

    /** Readings of {@link System#nanoTime} may overflow: only their difference says which is later. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
