package io.partnercompetencies.catalogue;

import io.partnercompetencies.catalogue.CompetencyView.LevelView;
import io.partnercompetencies.catalogue.CompetencyView.OptionView;
import io.partnercompetencies.catalogue.CompetencyView.RevisionView;
import io.partnercompetencies.rules.OptionLaw;
import java.time.Instant;
import java.util.List;

/** Shows competencies in one language, with what they ask at one instant. */
public final class CompetencyViews {

    private final String language;
    private final Instant at;
    private final RequirementViews requirements;

    /** @param language a tag such as {@code pt-BR} */
    public CompetencyViews(Catalogue catalogue, String language, Instant at) {
        this.language = language;
        this.at = at;
        this.requirements = new RequirementViews(catalogue, language);
    }

    public CompetencyView show(Competency competency) {
        var history = competency.history();
        return new CompetencyView(
                competency.id(),
                competency.names().in(language),
                competency.area(),
                options(competency, history.at(at).options()),
                history.revisions().stream()
                        .map(revision -> new RevisionView(
                                revision.effectiveFrom(),
                                revision.effectiveTo(),
                                competency.change(revision, language),
                                options(competency, revision.options())))
                        .toList());
    }

    private List<OptionView> options(Competency competency, List<OptionLaw> options) {
        return options.stream().map(option -> option(competency, option)).toList();
    }

    private OptionView option(Competency competency, OptionLaw option) {
        var levels = option.levels().entrySet().stream()
                .map(level -> new LevelView(level.getKey(), requirements.show(level.getValue())))
                .toList();
        return new OptionView(option.id(), competency.optionName(option.id(), language), levels);
    }
}
