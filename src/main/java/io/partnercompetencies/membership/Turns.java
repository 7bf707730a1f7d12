package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** The instants at which the dates of a term change something by themselves (M3). Pure. */
final class Turns {

    private Turns() {}

    /** The first one after the instant, or null. */
    static Instant after(Term term, Instant instant) {
        return of(term).filter(turn -> turn.isAfter(instant)).findFirst().orElse(null);
    }

    /** The renewal window opens, and closes. */
    private static Stream<Instant> of(Term term) {
        var window = term.renewalWindow();
        return Stream.of(window.opensOn(), window.closesOn().plusDays(1)).map(Turns::startOf);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
