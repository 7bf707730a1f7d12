package io.partnercompetencies.membership;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.competency.MissingWords;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Messages;
import io.partnercompetencies.membership.EligibilityView.Reason;
import io.partnercompetencies.rules.Term;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why something may be bought or renewed, or not, in words. */
@Singleton
class Reasons {

    private final Catalogue catalogue;
    private final Messages messages;
    private final MissingWords missing;

    Reasons(Catalogue catalogue, Messages messages, MissingWords missing) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.missing = missing;
    }

    List<Reason> of(Eligibility eligibility, Instant now, Language language) {
        if (eligibility.isEligible()) {
            return eligibility.metIn().stream()
                    .map(id -> reason(Reason.Code.LEVEL_MET, language, id, null, eligibility.level()))
                    .toList();
        }
        return eligibility
                .nearest()
                .map(nearest -> reason(
                        Reason.Code.LEVEL_NOT_MET,
                        language,
                        nearest.competencyId(),
                        shortfall(nearest, now, language),
                        eligibility.level(),
                        percent(nearest.status().progress())))
                .or(() -> Optional.of(reason(Reason.Code.NO_COMPETENCY, language, null, null, eligibility.level())))
                .stream()
                .toList();
    }

    Shortfall shortfall(Eligibility.Nearest nearest, Instant now, Language language) {
        return Shortfall.of(nearest, missing.of(nearest.status(), now, language));
    }

    List<Reason> ofRenewal(
            Eligibility eligibility, Collection<String> atRisk, Term term, Instant now, Language language) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var window = term.renewalWindow();
        var windowReason = window.contains(today)
                ? new Reason(
                        Reason.Code.WINDOW_OPEN,
                        messages.text(language, Reason.Code.WINDOW_OPEN.name(), window.closesOn()),
                        null,
                        null)
                : new Reason(
                        Reason.Code.WINDOW_NOT_OPEN,
                        messages.text(language, Reason.Code.WINDOW_NOT_OPEN.name(), window.opensOn()),
                        null,
                        null);
        return Stream.of(
                        Stream.of(windowReason),
                        of(eligibility, now, language).stream(),
                        atRisk.stream().map(id -> reason(Reason.Code.AT_RISK, language, id, null)))
                .flatMap(reasons -> reasons)
                .toList();
    }

    /** The competency's name is the sentence's first argument. */
    private Reason reason(
            Reason.Code code, Language language, String competencyId, Shortfall shortfall, Object... more) {
        var arguments = Stream.concat(Stream.of(name(competencyId, language)), Stream.of(more))
                .map(String::valueOf)
                .toArray();
        return new Reason(code, messages.text(language, code.name(), arguments), competencyId, shortfall);
    }

    private String name(String competencyId, Language language) {
        return competencyId == null
                ? ""
                : catalogue
                        .competency(competencyId)
                        .map(competency -> competency.names().in(language.tag()))
                        .orElse(competencyId);
    }

    private static String percent(BigDecimal progress) {
        return progress.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
