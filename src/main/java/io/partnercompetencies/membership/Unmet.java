package io.partnercompetencies.membership;

import io.partnercompetencies.http.Language;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Refuses what asks for a level that is not met, with what the nearest competency lacks (M1). */
@Singleton
class Unmet {

    private final Reasons reasons;

    Unmet(Reasons reasons) {
        this.reasons = reasons;
    }

    /** @param at of the evaluation that found so */
    Refusal refusal(Code code, String sentence, Eligibility eligibility, Instant at, Language language) {
        var refusal = new Refusal(code, sentence);
        eligibility
                .nearest()
                .map(nearest -> reasons.shortfall(nearest, at, language))
                .ifPresent(shortfall -> refusal.with("shortfall", shortfall)
                        .in(language.forMessages().tag()));
        return refusal;
    }
}
