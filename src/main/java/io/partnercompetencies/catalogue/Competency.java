package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.LawHistory;
import io.partnercompetencies.rules.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A competency as the catalogue describes it.
 *
 * @param optionNames by option id, for the options of every revision
 * @param changes what a revision changed, in words, by its first day
 * @param sources the pages that its facts come from
 */
public record Competency(
        String id,
        Names names,
        String area,
        Map<String, Names> optionNames,
        LawHistory history,
        Map<LocalDate, Names> changes,
        List<String> sources) {

    public Competency {
        optionNames = Map.copyOf(optionNames);
        changes = Map.copyOf(changes);
        sources = List.copyOf(sources);
    }

    /** @param language a tag such as {@code pt-BR} */
    public String optionName(String option, String language) {
        return optionNames.get(option).in(language);
    }

    /** What the revision changed, or null where the catalogue does not say. */
    String change(Revision revision, String language) {
        var first = revision.effectiveFrom();
        return first == null || !changes.containsKey(first)
                ? null
                : changes.get(first).in(language);
    }
}
