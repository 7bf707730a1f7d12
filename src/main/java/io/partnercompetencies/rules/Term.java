package io.partnercompetencies.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The year of a subscription (M2, M3).
 *
 * @param expiresOn the anniversary: its last day
 * @param window how long after the anniversary a renewal is possible (M3, rule 8.12), as it was when the term was sold;
 *     a term that was written down without one has the programme's
 */
public record Term(Level level, LocalDate startsOn, LocalDate expiresOn, Period window) {

    public enum State {
        ACTIVE,
        /** The anniversary has passed, the renewal window is open. */
        GRACE,
        EXPIRED
    }

    /** Both days inclusive. */
    public record RenewalWindow(LocalDate opensOn, LocalDate closesOn) {
        public boolean contains(LocalDate day) {
            return !day.isBefore(opensOn) && !day.isAfter(closesOn);
        }
    }

    public Term {
        window = window == null ? MembershipYear.OF_THE_PROGRAMME.window() : window;
    }

    public static Term starting(Level level, LocalDate startsOn, MembershipYear year) {
        return new Term(level, startsOn, startsOn.plus(year.length()), year.window());
    }

    /** The term that follows a renewal: it runs from the old anniversary, not from the day of renewal (M3). */
    public Term renewed(MembershipYear year) {
        return starting(level, expiresOn, year);
    }

    public State at(LocalDate today) {
        if (!today.isAfter(expiresOn)) {
            return State.ACTIVE;
        }
        return today.isAfter(renewalWindow().closesOn()) ? State.EXPIRED : State.GRACE;
    }

    public boolean isRunningOn(LocalDate today) {
        return at(today) != State.EXPIRED;
    }

    public RenewalWindow renewalWindow() {
        return new RenewalWindow(expiresOn.plusDays(1), expiresOn.plus(window));
    }

    /**
     * The instant that decides whether the membership can go on: the first at which its renewal is possible, at the end of
     * the anniversary.
     */
    public Instant decidedAt() {
        return renewalWindow().opensOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Negative once the anniversary has passed. */
    public long daysUntilExpiry(LocalDate today) {
        return ChronoUnit.DAYS.between(today, expiresOn);
    }

    public boolean covers(Level other) {
        return level.covers(other);
    }
}
