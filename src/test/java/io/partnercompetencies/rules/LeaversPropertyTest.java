package io.partnercompetencies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whoever may leave by the shortest account may leave when every group of people is tried. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class LeaversPropertyTest {

    record Case(CompetencyLaw law, Facts facts, Moment moment) {

        Tolerance tolerance(Level level) {
            return Leavers.of(law, level, facts, moment);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(GeneratedFacts.moments(), GeneratedLaws.competencies(), GeneratedFacts.facts())
                .as((moment, law, facts) -> new Case(law, facts.apply(moment), moment));
    }

    @Property(tries = 5_000)
    void the_twin_loses_the_level_with_the_same_people(@ForAll("cases") Case one) {
        for (var level : one.law().levels()) {
            var tolerance = one.tolerance(level);

            assertThat(tolerance).isEqualTo(EveryDeparture.of(one.facts(), facts -> judgedByTwin(one, level, facts)));
            collect(tolerance);
        }
        Statistics.label("tolerates").coverage(coverage -> {
            for (var answer : List.of("not met", "any number", "0 leavers", "1 leavers", "2 leavers")) {
                coverage.check(answer).percentage(share -> share > 0.5);
            }
        });
    }

    private static boolean judgedByTwin(Case one, Level level, Facts facts) {
        return Twin.judge(one.law(), facts, one.moment()).levels().stream()
                .anyMatch(judged -> judged.level() == level && judged.met());
    }

    /** Keeps the generators honest: each kind of answer must be among the cases. */
    private static void collect(Tolerance tolerance) {
        Statistics.label("tolerates").collect(answer(tolerance));
    }

    private static String answer(Tolerance tolerance) {
        if (tolerance.toleratesLeavers() == null) {
            return "any number";
        }
        return tolerance.critical().isEmpty() ? "not met" : tolerance.toleratesLeavers() + " leavers";
    }

    /** Up to eleven people who hold much, and what is asked of people alone. */
    @Provide
    Arbitrary<Case> crowds() {
        var leaf = Arbitraries.frequencyOf(Tuple.of(2, people()), Tuple.of(2, distinctPeople()), Tuple.of(3, tied()));
        var several = leaf.list().ofMinSize(1).ofMaxSize(3);
        return crowds(Arbitraries.frequencyOf(
                Tuple.of(3, leaf),
                Tuple.of(1, several.map(Requirement.AnyOf::new)),
                Tuple.of(1, several.map(Requirement.AllOf::new))));
    }

    @Provide
    Arbitrary<Case> tiedCrowds() {
        return crowds(tied());
    }

    private static Arbitrary<Case> crowds(Arbitrary<Requirement> requirements) {
        var person = Arbitraries.of(GeneratedFacts.CODES).set().ofMinSize(1);
        return Combinators.combine(requirements, person.list().ofMinSize(3).ofMaxSize(11))
                .as((requirement, people) ->
                        new Case(Laws.silver(requirement), crowd(people), Moment.settled(Partner.NOW)));
    }

    private static Facts crowd(List<Set<String>> people) {
        var credits = new ArrayList<Credit>();
        for (int person = 0; person < people.size(); person++) {
            for (var code : people.get(person)) {
                var type = GeneratedFacts.CATALOGUE.named(code).kind().reportedAs();
                credits.add(new CreditFixture(new UUID(7, credits.size()), new UUID(0, person), code)
                        .type(type)
                        .build());
            }
        }
        return new Facts(Market.DEVELOPED, credits, List.of(), List.of(), List.of(), GeneratedFacts.CATALOGUE);
    }

    private static Arbitrary<Requirement> people() {
        return Combinators.combine(Arbitraries.of(1, 1, 1, 2, 2, 3), GeneratedLaws.clause(1))
                .as(Requirement.People::new);
    }

    private static Arbitrary<Requirement> distinctPeople() {
        return GeneratedLaws.clause(1).list().ofMinSize(2).ofMaxSize(5).map(Requirement.DistinctPeople::new);
    }

    private static Arbitrary<Requirement> tied() {
        return GeneratedLaws.allOf(people().list().ofMinSize(2).ofMaxSize(Ties.MOST_CLAUSES), 4);
    }

    /** What the ways to break tied clauses rest on: where no choice exists, whole prices show it. */
    @Property(tries = 30_000)
    void tied_clauses_are_found_broken_exactly_when_they_are_not_met(@ForAll("tiedCrowds") Case one) {
        boolean met = judged(one, one.facts());

        assertThat(one.tolerance(Level.SILVER).critical().isEmpty()).isEqualTo(!met);
        Statistics.collect(met);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 10);
            coverage.check(false).percentage(share -> share > 10);
        });
    }

    @Property(tries = 2_000)
    void the_evaluator_loses_the_level_with_the_same_people_of_a_crowd(@ForAll("crowds") Case one) {
        var tolerance = one.tolerance(Level.SILVER);

        assertThat(tolerance).isEqualTo(EveryDeparture.of(one.facts(), facts -> judged(one, facts)));
        collect(tolerance);
        Statistics.label("tolerates").coverage(coverage -> {
            for (var answer : List.of("0 leavers", "1 leavers", "2 leavers", "3 leavers", "4 leavers")) {
                coverage.check(answer).percentage(share -> share > 0.5);
            }
        });
    }

    private static boolean judged(Case one, Facts facts) {
        return Evaluator.evaluate(one.law(), facts, one.moment())
                .level(Level.SILVER)
                .met();
    }

    @Property(tries = 500)
    void another_competency_level_or_option_changes_nothing(@ForAll("crowds") Case one) {
        var silver = one.law().options().get(0).levels().get(Level.SILVER);
        var wider = Laws.competency(
                "tested",
                new OptionLaw("only", Map.of(Level.SILVER, silver, Level.GOLD, Laws.people(1, Laws.each("A1")))),
                new OptionLaw("gold", Map.of(Level.GOLD, Laws.people(9, Laws.each("b2")))));

        assertThat(Leavers.of(wider, Level.SILVER, one.facts(), one.moment())).isEqualTo(one.tolerance(Level.SILVER));
    }
}
