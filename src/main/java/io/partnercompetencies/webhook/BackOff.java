package io.partnercompetencies.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a delivery is tried again: soon at first, ever more rarely, and once more when a day is over. */
final class BackOff {

    static final Duration LONGEST = Duration.ofHours(24);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private BackOff() {}

    /**
     * @param failures in a row, this one included
     * @param since when the first of them was
     * @return empty when it has failed for a day: nobody tries again by itself
     */
    static Optional<Instant> next(int failures, Instant since, Instant now) {
        var end = since.plus(LONGEST);
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        var next = now.plus(WAITS.get(Math.min(failures, WAITS.size()) - 1));
        return Optional.of(next.isBefore(end) ? next : end);
    }
}
