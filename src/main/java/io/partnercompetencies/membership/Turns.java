package io.partnercompetencies.membership;

import io.partnercompetencies.rules.MembershipYear;
import io.partnercompetencies.rules.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** The instants at which the dates of a term change something by themselves (M3, M7). Pure. */
final class Turns {

    private Turns() {}

    /** The first one after the instant, or null. */
    static Instant after(Term term, MembershipYear year, Instant instant) {
        return of(term, year)
                .filter(turn -> turn.isAfter(instant))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The renewal window opens, and closes; somebody is to be reminded. */
    private static Stream<Instant> of(Term term, MembershipYear year) {
        var window = term.renewalWindow();
        return Stream.concat(
                        Stream.of(window.opensOn(), window.closesOn().plusDays(1)), year.remindersOf(term).stream())
                .map(Turns::startOf);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
