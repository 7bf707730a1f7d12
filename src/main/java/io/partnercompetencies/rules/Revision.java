package io.partnercompetencies.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a competency asked during a time (R1).
 *
 * @param effectiveFrom the first day (UTC), null = without bound
 * @param effectiveTo the first day on which it is not in force any more (T6), null = without bound
 */
public record Revision(LocalDate effectiveFrom, LocalDate effectiveTo, List<OptionLaw> options) {

    public Revision {
        options = List.copyOf(options);
    }

    public boolean isInForceAt(Instant instant) {
        return (startsAt() == null || !startsAt().isAfter(instant)) && (endsAt() == null || endsAt().isAfter(instant));
    }

    public boolean overlaps(Revision other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Revision other) {
        return effectiveFrom == null || other.effectiveTo == null || effectiveFrom.isBefore(other.effectiveTo);
    }

    Instant startsAt() {
        return startOf(effectiveFrom);
    }

    Instant endsAt() {
        return startOf(effectiveTo);
    }

    private static Instant startOf(LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
