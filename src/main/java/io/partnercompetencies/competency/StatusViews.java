package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.catalogue.Competency;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.LevelStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts an evaluation into the words of an answer. */
@Singleton
class StatusViews {

    private final Catalogue catalogue;

    StatusViews(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    StatusView all(Shown shown, Language language) {
        var items = shown.snapshot().items().stream().collect(Collectors.toMap(Snapshot.Item::id, Function.identity()));
        var views = catalogue.competencies().stream()
                .filter(competency -> items.containsKey(competency.id()))
                .map(competency -> summary(competency, items.get(competency.id()), shown, language))
                .toList();
        return new StatusView(shown.organizationId(), shown.evaluatedAt(), shown.completeThrough(), views);
    }

    private static StatusView.CompetencyView summary(
            Competency competency, Snapshot.Item item, Shown shown, Language language) {
        return new StatusView.CompetencyView(
                competency.id(),
                competency.names().in(language.tag()),
                item.levels().stream()
                        .map(level -> level(level, shown, null, null))
                        .toList(),
                item.pending());
    }

    /** @param names of all people in the proof, by id */
    CompetencyStatusView one(
            Shown shown, CompetencyStatus status, Competency competency, Map<UUID, String> names, Language language) {
        var item = shown.snapshot().item(competency.id());
        var levels = item.levels().stream()
                .map(level -> level(
                        level,
                        shown,
                        options(status.level(level.level()), competency, names, language),
                        LevelView.WaiverView.of(status.level(level.level()))))
                .toList();
        return new CompetencyStatusView(
                shown.organizationId(),
                shown.evaluatedAt(),
                shown.completeThrough(),
                competency.id(),
                competency.names().in(language.tag()),
                levels,
                item.pending());
    }

    private static List<LevelView.OptionView> options(
            LevelStatus level, Competency competency, Map<UUID, String> names, Language language) {
        return level.options().stream()
                .map(option -> new LevelView.OptionView(
                        option.option(),
                        competency.optionNames().get(option.option()).in(language.tag()),
                        option.met(),
                        option.progress(),
                        ProofView.of(option.proof(), names)))
                .toList();
    }

    private static LevelView level(
            Snapshot.LevelItem level,
            Shown shown,
            List<LevelView.OptionView> options,
            List<LevelView.WaiverView> waivers) {
        return new LevelView(
                level.level(),
                level.stage(shown.snapshot().term(), shown.today()),
                level.met(),
                level.metBy(),
                level.progress(),
                level.option(),
                options,
                waivers);
    }
}
