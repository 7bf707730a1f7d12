package io.partnercompetencies.achievement;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a report can be true. */
@Singleton
class ReportCheck {

    /** Clocks of two companies may differ by this much. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Before every exam there ever was, and inside what PostgreSQL can keep. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Catalogue catalogue;
    private final Validator validator;

    ReportCheck(Catalogue catalogue, Validator validator) {
        this.catalogue = catalogue;
        this.validator = validator;
    }

    /** Why the report is refused; empty when it is not. */
    Optional<Refusal> refusal(NewAchievement report, Instant now) {
        return violation(report)
                .or(() -> when(
                        report.achievedAt().isAfter(now.plus(AHEAD)),
                        Refusal.invalid("/achievedAt", "achievedAt lies in the future.")))
                .or(() -> when(
                        report.achievedAt().isBefore(EARLIEST),
                        Refusal.invalid("/achievedAt", "achievedAt lies before 1900.")))
                .or(() -> when(
                        report.expiresAt() != null && !report.expiresAt().isAfter(report.achievedAt()),
                        Refusal.invalid("/expiresAt", "expiresAt must be later than achievedAt.")))
                .or(() -> when(
                        report.expiresAt() != null && report.expiresAt().isAfter(LATEST),
                        Refusal.invalid("/expiresAt", "expiresAt lies beyond the year 9999.")))
                .or(() -> typeMismatch(report));
    }

    private Optional<Refusal> violation(NewAchievement report) {
        var violations = validator.validate(report);
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        var refusal = new Refusal(Code.INVALID, "The achievement breaks a rule.");
        violations.forEach(violation -> refusal.at("/" + violation.getPropertyPath(), violation.getMessage()));
        return Optional.of(refusal);
    }

    private Optional<Refusal> typeMismatch(NewAchievement report) {
        return catalogue
                .credential(report.credential())
                .map(known -> known.credential().kind().reportedAs())
                .filter(type -> type != report.type())
                .map(type -> new Refusal(Code.TYPE_MISMATCH, report.credential() + " is reported as " + type + ".")
                        .at("/type", "must be " + type + " for this credential."));
    }

    private static Optional<Refusal> when(boolean holds, Refusal refusal) {
        return holds ? Optional.of(refusal) : Optional.empty();
    }
}
