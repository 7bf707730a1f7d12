package io.partnercompetencies.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often an account may be associated, per kind (P5; row 4.5 of the programme's rules): so long must lie between two
 * starts, and so many may start within any 365 days, whoever starts them.
 *
 * @param minInterval zero switches this bound off
 * @param maxPerYear zero switches this bound off
 */
public record AssociationLimit(Duration minInterval, int maxPerYear) {

    public static final Duration YEAR = Duration.ofDays(365);

    /** How far back starts have to be known. */
    public Duration reach() {
        return minInterval.compareTo(YEAR) > 0 ? minInterval : YEAR;
    }

    /** The first instant at which another association may start; empty when it may start now. */
    public Optional<Instant> refusedUntil(List<Instant> starts, Instant now) {
        var newestFirst = starts.stream().sorted(Comparator.reverseOrder()).toList();
        var allowed = Instant.MIN;
        if (!newestFirst.isEmpty() && !minInterval.isZero()) {
            allowed = newestFirst.get(0).plus(minInterval);
        }
        if (maxPerYear > 0 && newestFirst.size() >= maxPerYear) {
            var yearEnds = newestFirst.get(maxPerYear - 1).plus(YEAR);
            allowed = yearEnds.isAfter(allowed) ? yearEnds : allowed;
        }
        return allowed.isAfter(now) ? Optional.of(allowed) : Optional.empty();
    }
}
