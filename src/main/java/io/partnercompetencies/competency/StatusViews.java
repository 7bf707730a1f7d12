package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.catalogue.Competency;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.LevelStatus;
import io.partnercompetencies.rules.Proof;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts an evaluation into the words of an answer. */
@Singleton
class StatusViews {

    private final Catalogue catalogue;
    private final MissingWords missing;

    StatusViews(Catalogue catalogue, MissingWords missing) {
        this.catalogue = catalogue;
        this.missing = missing;
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
                        .map(level -> level(level, shown, null, null, null))
                        .toList(),
                item.pending());
    }

    /** @param proofs shows a proof, with the people or without */
    CompetencyStatusView one(
            Shown shown,
            CompetencyStatus status,
            Competency competency,
            Function<Proof, ProofView> proofs,
            Language language) {
        var item = shown.snapshot().item(competency.id());
        var levels = item.levels().stream()
                .map(level -> proven(level, shown, status.level(level.level()), competency, proofs, language))
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

    private LevelView proven(
            Snapshot.LevelItem item,
            Shown shown,
            LevelStatus status,
            Competency competency,
            Function<Proof, ProofView> proofs,
            Language language) {
        var options = status.options().stream()
                .map(option -> new LevelView.OptionView(
                        option.option(),
                        competency.optionNames().get(option.option()).in(language.tag()),
                        option.met(),
                        option.progress(),
                        proofs.apply(option.proof())))
                .toList();
        var lacks = status.met() ? null : missing.of(status, shown.evaluatedAt(), language);
        return level(item, shown, lacks, options, LevelView.WaiverView.of(status));
    }

    private static LevelView level(
            Snapshot.LevelItem item,
            Shown shown,
            List<String> missing,
            List<LevelView.OptionView> options,
            List<LevelView.WaiverView> waivers) {
        return new LevelView(
                item.level(),
                item.stage(shown.snapshot().term(), shown.today()),
                item.met(),
                item.metBy(),
                item.progress(),
                item.option(),
                missing,
                options,
                waivers);
    }
}
