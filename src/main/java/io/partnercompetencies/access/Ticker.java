package io.partnercompetencies.access;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Nanoseconds since some moment: for intervals only, and cheaper than the time of day. */
@DefaultBean
@Singleton
class Ticker {

    long nanos() {
        return System.nanoTime();
    }
}
