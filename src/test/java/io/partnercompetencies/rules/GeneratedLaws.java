package io.partnercompetencies.rules;

import io.partnercompetencies.rules.Relation.Tie;
import io.partnercompetencies.rules.Requirement.People;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Requirements of every kind, as a catalogue may write them, over the names of {@link GeneratedFacts}. */
final class GeneratedLaws {

    static final String COMPETENCY = "generated";

    private GeneratedLaws() {}

    static Arbitrary<CompetencyLaw> competencies() {
        var levels = levels();
        var one = levels.map(first -> List.of(new OptionLaw("first", first)));
        var two = Combinators.combine(levels, levels)
                .as((first, second) -> List.of(new OptionLaw("first", first), new OptionLaw("second", second)));
        return Arbitraries.frequencyOf(Tuple.of(3, one), Tuple.of(1, two))
                .map(options -> new CompetencyLaw(COMPETENCY, options));
    }

    private static Arbitrary<Map<Level, Requirement>> levels() {
        var requirement = requirement(2);
        return Arbitraries.frequencyOf(
                Tuple.of(2, requirement.map(silver -> Map.of(Level.SILVER, silver))),
                Tuple.of(1, requirement.map(gold -> Map.of(Level.GOLD, gold))),
                Tuple.of(
                        1,
                        Combinators.combine(requirement, requirement)
                                .as((silver, gold) -> Map.of(Level.SILVER, silver, Level.GOLD, gold))));
    }

    /** @param depth how many more nodes may stand above a leaf */
    static Arbitrary<Requirement> requirement(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaf()),
                Tuple.of(5, allOf(depth)),
                Tuple.of(
                        2,
                        requirement(depth - 1).list().ofMinSize(1).ofMaxSize(3).map(Requirement.AnyOf::new)));
    }

    private static Arbitrary<Requirement> leaf() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, people().map(people -> people)),
                Tuple.of(3, clause(1).list().ofMinSize(1).ofMaxSize(4).map(Requirement.DistinctPeople::new)),
                Tuple.of(4, performance()),
                Tuple.of(1, Arbitraries.of(GeneratedFacts.ATTESTATIONS).map(Requirement.Attestation::new)));
    }

    private static Arbitrary<People> people() {
        return Combinators.combine(Arbitraries.of(1, 1, 2, 2, 3), clause(2)).as(People::new);
    }

    static Arbitrary<PersonClause> clause(int depth) {
        Arbitrary<PersonClause> holds = Arbitraries.of(GeneratedFacts.CODES).map(PersonClause.Holds::new);
        if (depth == 0) {
            return holds;
        }
        var several = clause(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(4, holds),
                Tuple.of(2, several.map(PersonClause.All::new)),
                Tuple.of(3, several.map(PersonClause.Any::new)));
    }

    private static Arbitrary<Requirement> performance() {
        return Combinators.combine(
                        Arbitraries.of(GeneratedFacts.METRICS),
                        thresholds(),
                        someOf(GeneratedFacts.PRODUCTS),
                        someOf(GeneratedFacts.ASSOCIATIONS),
                        Arbitraries.of(Span.class),
                        Arbitraries.of("", "", "0.5", "2.5", "4"))
                .as((metric, thresholds, products, associations, window, average) -> new Requirement.Performance(
                        metric,
                        thresholds,
                        products,
                        associations,
                        window,
                        average.isEmpty() ? null : new BigDecimal(average)));
    }

    private static Arbitrary<Map<Market, BigDecimal>> thresholds() {
        var values = Arbitraries.of("0.5", "10", "20", "25", "30.5", "50");
        return Combinators.combine(values, values, Arbitraries.of(0, 0, 0, 1, 2))
                .as((developed, developing, which) -> {
                    var both = Map.of(
                            Market.DEVELOPED, new BigDecimal(developed), Market.DEVELOPING, new BigDecimal(developing));
                    var without = which == 0 ? null : Market.values()[which - 1];
                    if (without == null) {
                        return both;
                    }
                    var one = new HashMap<>(both);
                    one.remove(without);
                    return one;
                });
    }

    private static Arbitrary<Set<String>> someOf(List<String> codes) {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Set.of())),
                Tuple.of(1, Arbitraries.of(codes).set().ofMinSize(1).ofMaxSize(2)));
    }

    /** @param tie none, or how a people clause is tied to which of the groups before it */
    private record Child(Requirement requirement, Tie tie, int to) {}

    private static Arbitrary<Requirement> allOf(int depth) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, allOf(requirement(depth - 1).list().ofMinSize(1).ofMaxSize(4), 1)),
                Tuple.of(
                        3,
                        allOf(
                                people().map(GeneratedLaws::any)
                                        .list()
                                        .ofMinSize(2)
                                        .ofMaxSize(3),
                                3)));
    }

    private static Requirement any(Requirement requirement) {
        return requirement;
    }

    /** @param tied how often people clauses are tied where they can be, of four times */
    static Arbitrary<Requirement> allOf(Arbitrary<List<Requirement>> children, int tied) {
        var ties = Combinators.combine(
                        Arbitraries.of(Tie.class),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 4))
                .as((tie, to, chance) -> new Child(null, chance <= tied ? tie : null, to));
        return Combinators.combine(children, ties.list().ofSize(4)).as(GeneratedLaws::tie);
    }

    private static Requirement tie(List<Requirement> children, List<Child> ties) {
        var groups = new ArrayList<String>();
        var result = new ArrayList<Requirement>();
        for (int i = 0; i < children.size(); i++) {
            if (!(children.get(i) instanceof People people)) {
                result.add(children.get(i));
                continue;
            }
            var tie = ties.get(i);
            Relation relation = null;
            if (tie.tie() != null && !groups.isEmpty()) {
                relation = new Relation(groups.get(tie.to() % groups.size()), tie.tie());
            }
            groups.add("group " + i);
            result.add(new People(people.count(), people.each(), "group " + i, relation));
        }
        return new Requirement.AllOf(result);
    }
}
