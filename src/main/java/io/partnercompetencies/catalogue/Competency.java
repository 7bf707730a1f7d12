package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.LawHistory;
import java.util.List;
import java.util.Map;

/**
 * A competency as the catalogue describes it.
 *
 * @param optionNames by option id, for the options of every revision
 * @param sources the pages that its facts come from
 */
public record Competency(
        String id, Names names, String area, Map<String, Names> optionNames, LawHistory history, List<String> sources) {

    public Competency {
        optionNames = Map.copyOf(optionNames);
        sources = List.copyOf(sources);
    }

    /** @param language a tag such as {@code pt-BR} */
    public String optionName(String option, String language) {
        return optionNames.get(option).in(language);
    }
}
