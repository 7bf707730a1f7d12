package io.partnercompetencies.rules;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The instant for which something is evaluated. Losses act through {@code at}; gains of achievements only through
 * {@code countedThrough}, the horizon of the last scheduled pass (T3).
 */
public record Moment(Instant at, Instant countedThrough) {

    /** A moment at which everything due has been counted. */
    public static Moment settled(Instant at) {
        return new Moment(at, at);
    }

    YearMonth month() {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }
}
