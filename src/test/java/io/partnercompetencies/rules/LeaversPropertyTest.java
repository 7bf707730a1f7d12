package io.partnercompetencies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Property(tries = 10_000)
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
        var person = Arbitraries.of(GeneratedFacts.CODES).set().ofMinSize(1);
        return Combinators.combine(crowdLaws(), person.list().ofMinSize(3).ofMaxSize(11))
                .as((requirement, people) -> {
                    var partner = Partner.inDeveloped();
                    for (int i = 0; i < people.size(); i++) {
                        partner.with("person " + i, people.get(i).toArray(String[]::new));
                    }
                    return new Case(Laws.silver(requirement), partner.facts(), Moment.settled(Partner.NOW));
                });
    }

    private static Arbitrary<Requirement> crowdLaws() {
        var people = Combinators.combine(Arbitraries.integers().between(1, 4), GeneratedLaws.clause(1))
                .as(Requirement.People::new)
                .map(clause -> (Requirement) clause);
        var distinct = GeneratedLaws.clause(1).list().ofMinSize(2).ofMaxSize(5).map(Requirement.DistinctPeople::new);
        var tied = Arbitraries.integers()
                .between(2, 5)
                .flatMap(size -> GeneratedLaws.allOf(people.list().ofSize(Math.min(size, 4)), 4));
        var leaf =
                Arbitraries.frequencyOf(Tuple.of(2, people), Tuple.of(2, distinct.map(one -> one)), Tuple.of(3, tied));
        var several = leaf.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaf),
                Tuple.of(1, several.map(Requirement.AnyOf::new)),
                Tuple.of(1, several.map(Requirement.AllOf::new)));
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
        assertThat(Set.copyOf(one.tolerance(Level.SILVER).critical()))
                .hasSameSizeAs(one.tolerance(Level.SILVER).critical());
    }
}
