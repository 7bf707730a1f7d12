package io.partnercompetencies.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * What can be earned. The code is the identity, without regard to case (rule 6.21); this is its published spelling.
 *
 * @param acceptedUntil the last day (UTC, inclusive) on which a retired credential is accepted, null = for ever (T6)
 */
public record Credential(String code, Kind kind, LocalDate acceptedUntil) {

    public enum Kind {
        EXAM(AchievementType.EXAM),
        CERTIFICATION(AchievementType.CERTIFICATION),
        ASSESSMENT(AchievementType.ASSESSMENT),
        EXTERNAL_CERTIFICATION(AchievementType.CERTIFICATION);

        private final AchievementType reportedAs;

        Kind(AchievementType reportedAs) {
            this.reportedAs = reportedAs;
        }

        public AchievementType reportedAs() {
            return reportedAs;
        }
    }

    /** The form of a code by which two spellings of it are the same. */
    public static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    /** The first instant at which it is not accepted any more, or null (T6). */
    public Instant acceptanceEndsAt() {
        return acceptedUntil == null
                ? null
                : acceptedUntil.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public boolean isAcceptedAt(Instant instant) {
        return acceptedUntil == null || instant.isBefore(acceptanceEndsAt());
    }
}
