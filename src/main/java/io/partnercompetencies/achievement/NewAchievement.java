package io.partnercompetencies.achievement;

import io.partnercompetencies.http.EmailAddress;
import io.partnercompetencies.http.Text;
import io.partnercompetencies.rules.AchievementType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * The report of an exam, a certification or an assessment.
 *
 * @param account the e-mail of the Microsoft account that earned it, which nobody need have associated yet
 * @param credential its code, in whatever case
 * @param expiresAt exclusive; absent when it does not expire
 * @param source where the report comes from, for the learning provider's own use
 */
public record NewAchievement(
        @NotNull(message = "account is missing: the e-mail of the Microsoft account.") @EmailAddress
        String account,

        @NotNull(message = "type is missing: EXAM, CERTIFICATION or ASSESSMENT.")
        AchievementType type,

        @NotNull(message = "credential is missing: a code such as 70-347.")
        @Pattern(
                regexp = "[\\x21-\\x7E]{1,100}",
                message = "must be a code such as 70-347: 1 to 100 printable ASCII characters without blanks.")
        String credential,

        @NotNull(message = "achievedAt is missing: an instant such as 2026-11-21T09:30:00Z.")
        Instant achievedAt,

        Instant expiresAt,
        @Text(max = 200) String source) {}
