package io.partnercompetencies.rules;

import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a competency asks at one instant. Attaining one option attains the level. May have no option at all. */
public final class CompetencyLaw {

    private final String id;
    private final List<OptionLaw> options;
    private final List<Level> levels;
    private final Names names;
    private final Map<Requirement, Names> namesOfEach = new IdentityHashMap<>();
    private final Set<String> yearlyMetrics = new HashSet<>();
    private final Untouched untouched;

    public CompetencyLaw(String id, List<OptionLaw> options) {
        this.id = id;
        this.options = List.copyOf(options);
        this.levels = options.stream()
                .flatMap(option -> option.levels().keySet().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        var requirements = options.stream()
                .flatMap(option -> option.levels().values().stream())
                .toList();
        this.names = new Names(requirements);
        requirements.forEach(requirement -> {
            namesOfEach.put(requirement, new Names(List.of(requirement)));
            requirement.forEach(this::noteYearly);
        });
        this.untouched = new Untouched(this);
    }

    private void noteYearly(Requirement node) {
        if (node instanceof Requirement.Performance clause && clause.window() == Span.TWELVE_MONTHS) {
            yearlyMetrics.add(clause.metric());
        }
    }

    public String id() {
        return id;
    }

    public List<OptionLaw> options() {
        return options;
    }

    /** The levels that some option offers, SILVER first. */
    public List<Level> levels() {
        return levels;
    }

    /** Whether some requirement of it names the credential, by its published code. */
    public boolean namesCredential(String code) {
        return names.credentials().contains(code);
    }

    Names names() {
        return names;
    }

    /** Of one of the requirements of its options. */
    Names names(Requirement requirement) {
        return namesOfEach.get(requirement);
    }

    /** Of which some clause sums twelve months. */
    Set<String> yearlyMetrics() {
        return yearlyMetrics;
    }

    /** What it says of everybody who has nothing that it names. */
    Untouched untouched() {
        return untouched;
    }
}
