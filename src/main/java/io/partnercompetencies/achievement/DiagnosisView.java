package io.partnercompetencies.achievement;

import io.partnercompetencies.rules.CreditStatus;
import io.partnercompetencies.rules.Finding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why an achievement counts, or does not.
 *
 * @param causes all that apply, what decides the status first
 * @param serves ids of the competencies that it serves, or will once it counts
 */
public record DiagnosisView(UUID achievementId, CreditStatus status, List<Cause> causes, List<String> serves) {

    /**
     * @param action what to do about it, in a sentence
     * @param at the instant that it is about, where there is one
     */
    @Schema(name = "DiagnosisCause")
    public record Cause(Finding.Code code, String message, String action, Instant at) {}
}
