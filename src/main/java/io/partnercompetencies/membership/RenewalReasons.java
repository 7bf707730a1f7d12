package io.partnercompetencies.membership;

import io.partnercompetencies.http.Language;
import io.partnercompetencies.membership.EligibilityView.Reason;
import io.partnercompetencies.rules.Level;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Why a term can be renewed or not, from when to when, what would be lost and what else can be done, in words. */
@Singleton
class RenewalReasons {

    private final Reasons reasons;

    RenewalReasons(Reasons reasons) {
        this.reasons = reasons;
    }

    /** @param at of the evaluation */
    List<Reason> of(RenewalProspect prospect, Instant at, Language language) {
        return Stream.of(
                        Stream.of(window(prospect, language)),
                        reasons.of(prospect.eligibility(), at, language).stream(),
                        prospect.unmet().stream().map(unmet -> atRisk(unmet, at, language)),
                        prospect.failing().stream()
                                .map(level -> reasons.about(
                                        Reason.Code.AT_RISK,
                                        "AT_RISK.later",
                                        language,
                                        level,
                                        null,
                                        prospect.term().expiresOn())),
                        prospect.isAllowedNow()
                                ? prospect.unmet().stream().map(unmet -> lost(unmet, language))
                                : Stream.<Reason>empty(),
                        prospect.alternative().stream().map(level -> alternative(prospect, level, language)))
                .flatMap(some -> some)
                .toList();
    }

    private Reason window(RenewalProspect prospect, Language language) {
        var window = prospect.term().renewalWindow();
        return reasons.plain(
                prospect.isWindowOpen() ? Reason.Code.WINDOW_OPEN : Reason.Code.WINDOW_NOT_OPEN,
                language,
                null,
                window.opensOn(),
                window.closesOn());
    }

    private Reason atRisk(RenewalProspect.Unmet unmet, Instant at, Language language) {
        var shortfall = unmet.status()
                .map(status ->
                        reasons.shortfall(new Eligibility.Nearest(unmet.level().competencyId(), status), at, language))
                .orElse(null);
        return reasons.about(Reason.Code.AT_RISK, "AT_RISK", language, unmet.level(), shortfall);
    }

    private Reason lost(RenewalProspect.Unmet unmet, Language language) {
        return reasons.about(Reason.Code.LOST_AT_RENEWAL, "LOST_AT_RENEWAL", language, unmet.level(), null);
    }

    private Reason alternative(RenewalProspect prospect, Level level, Language language) {
        return reasons.plain(
                Reason.Code.ALTERNATIVE_LEVEL,
                language,
                level,
                level,
                prospect.alternativeFrom(),
                prospect.term().renewalWindow().closesOn());
    }
}
