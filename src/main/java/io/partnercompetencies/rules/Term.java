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
 */
public record Term(Level level, LocalDate startsOn, LocalDate expiresOn) {

    /** How long after the anniversary a renewal is possible (M3, rule 8.12). */
    public static final Period RENEWAL_WINDOW = Period.ofDays(30);

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

    public static Term starting(Level level, LocalDate startsOn, Period length) {
        return new Term(level, startsOn, startsOn.plus(length));
    }

    /** The term that follows a renewal: it runs from the old anniversary, not from the day of renewal (M3). */
    public Term renewed(Level renewedLevel, Period length) {
        return starting(renewedLevel, expiresOn, length);
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
        return new RenewalWindow(expiresOn.plusDays(1), expiresOn.plus(RENEWAL_WINDOW));
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
