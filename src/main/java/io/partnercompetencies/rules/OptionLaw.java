package io.partnercompetencies.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** One path to a competency: what each of its levels asks. A level that it does not offer is absent (R5). */
public record OptionLaw(String id, Map<Level, Requirement> levels) {

    public OptionLaw {
        var ordered = new EnumMap<Level, Requirement>(Level.class);
        ordered.putAll(levels);
        levels = Collections.unmodifiableMap(ordered);
    }
}
