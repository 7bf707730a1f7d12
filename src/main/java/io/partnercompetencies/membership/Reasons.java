package io.partnercompetencies.membership;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.MissingWords;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Messages;
import io.partnercompetencies.membership.EligibilityView.Reason;
import io.partnercompetencies.rules.Level;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Why something may be bought, or not, in words. */
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

    /** @param at of the evaluation */
    List<Reason> of(Eligibility eligibility, Instant at, Language language) {
        var level = eligibility.level();
        if (eligibility.isEligible()) {
            return eligibility.metIn().stream()
                    .map(id -> about(Reason.Code.LEVEL_MET, "LEVEL_MET", language, new HeldLevel(id, level), null))
                    .toList();
        }
        return List.of(eligibility
                .nearest()
                .map(nearest -> about(
                        Reason.Code.LEVEL_NOT_MET,
                        "LEVEL_NOT_MET",
                        language,
                        new HeldLevel(nearest.competencyId(), level),
                        shortfall(nearest, at, language),
                        percent(nearest.status().progress())))
                .orElseGet(() -> plain(Reason.Code.NO_COMPETENCY, language, level, "", level)));
    }

    Shortfall shortfall(Eligibility.Nearest nearest, Instant at, Language language) {
        return Shortfall.of(nearest, missing.of(nearest.status(), at, language));
    }

    /** The competency's name is the sentence's first argument, the level its second. */
    Reason about(
            Reason.Code code,
            String sentence,
            Language language,
            HeldLevel level,
            Shortfall shortfall,
            Object... more) {
        return new Reason(
                code,
                text(
                        language,
                        sentence,
                        Stream.concat(Stream.of(name(level.competencyId(), language), level.level()), Stream.of(more))),
                level.competencyId(),
                level.level(),
                shortfall);
    }

    /** About no competency. */
    Reason plain(Reason.Code code, Language language, Level level, Object... arguments) {
        return new Reason(code, text(language, code.name(), Stream.of(arguments)), null, level, null);
    }

    private String text(Language language, String key, Stream<Object> arguments) {
        return messages.text(language, key, arguments.map(String::valueOf).toArray());
    }

    private String name(String competencyId, Language language) {
        return catalogue
                .competency(competencyId)
                .map(competency -> competency.names().in(language.tag()))
                .orElse(competencyId);
    }

    private static String percent(BigDecimal progress) {
        return progress.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
