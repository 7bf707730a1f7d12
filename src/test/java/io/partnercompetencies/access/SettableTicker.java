package io.partnercompetencies.access;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Stands still until it is moved, and passes the point at which readings overflow. */
@Alternative
@Singleton
class SettableTicker extends Ticker {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_500_000_000L);

    void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    @Override
    long nanos() {
        return nanos.get();
    }
}
