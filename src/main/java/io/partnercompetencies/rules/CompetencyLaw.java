package io.partnercompetencies.rules;

import java.util.Comparator;
import java.util.List;

/** What a competency asks at one instant. Attaining one option attains the level. May have no option at all. */
public record CompetencyLaw(String id, List<OptionLaw> options) {

    public CompetencyLaw {
        options = List.copyOf(options);
    }

    /** The levels that some option offers, SILVER first. */
    public List<Level> levels() {
        return options.stream()
                .flatMap(option -> option.levels().keySet().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
