package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.OptionStatus;
import io.partnercompetencies.rules.Proof;
import io.partnercompetencies.rules.Relation.Tie;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Requirement.People;
import io.partnercompetencies.rules.Requirement.Performance;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Whether the boundary of a level shows everything that the catalogue asks there, and nothing else. */
record BoundaryCoverage(Boundary boundary, List<Requirement> leaves, Function<Situation, OptionStatus> judge) {

    /** One leaf that is met in one situation and not in the other. */
    private record Flip(int leaf, Situation base, Situation but, Proof proof) {}

    void check() {
        var flips = flips();
        for (int i = 0; i < leaves.size(); i++) {
            int leaf = i;
            var own = flips.stream().filter(flip -> flip.leaf() == leaf).toList();
            assertThat(own).as("No situation fails by %s", leaves.get(leaf)).isNotEmpty();
            if (leaves.get(leaf) instanceof Performance performance) {
                check(performance, own);
            } else if (leaves.get(leaf) instanceof People people && people.relation() != null) {
                check(people, leaf, own);
            }
        }
        checkCredentials();
    }

    private List<Flip> flips() {
        return boundary.fails().stream()
                .flatMap(failing -> IntStream.range(0, failing.but().size())
                        .mapToObj(
                                i -> flips(failing.base().get(i), failing.but().get(i))))
                .flatMap(List::stream)
                .toList();
    }

    private List<Flip> flips(Situation base, Situation but) {
        var proof = judge.apply(but).proof();
        return ProofLeaves.lost(judge.apply(base).proof(), proof).stream()
                .map(leaf -> new Flip(leaf, base, but, ProofLeaves.of(proof).get(leaf)))
                .toList();
    }

    private void check(Performance clause, List<Flip> flips) {
        var markets = new HashSet<Market>();
        flips.forEach(flip -> markets.add(flip.but().market()));
        assertThat(markets)
                .as("Markets in which %s fails", clause)
                .containsAll(clause.thresholds().keySet());
        assertThat(flips)
                .as("%s fails by the month alone", clause)
                .anyMatch(flip ->
                        flip.base().total(clause.metric()).compareTo(flip.but().total(clause.metric())) == 0);
        assertThat(named(situation -> situation.named(clause.metric(), 0)))
                .as("Products of %s", clause.metric())
                .isEqualTo(clause.products());
        assertThat(named(situation -> situation.named(clause.metric(), 1)))
                .as("Associations of %s", clause.metric())
                .isEqualTo(clause.associations());
    }

    /** A tie shows where there are enough people for the clause by itself, and an absent one where anybody may do. */
    private void check(People clause, int leaf, List<Flip> flips) {
        if (clause.relation().is() != Tie.SAME_OR_DIFFERENT) {
            assertThat(flips)
                    .as("%s fails by its tie alone", clause)
                    .anyMatch(flip -> flip.proof().contributors().size() >= clause.count());
            return;
        }
        int group = group(clause.relation().to());
        assertThat(all())
                .as("The same people for %s", clause)
                .anyMatch(situation -> people(situation, leaf).equals(people(situation, group)));
        assertThat(all())
                .as("Different people for %s", clause)
                .anyMatch(situation -> Collections.disjoint(people(situation, leaf), people(situation, group)));
    }

    private int group(String name) {
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i) instanceof People people && name.equals(people.group())) {
                return i;
            }
        }
        throw new AssertionError("No group " + name);
    }

    private Set<?> people(Situation situation, int leaf) {
        return ProofLeaves.people(ProofLeaves.of(judge.apply(situation).proof()).get(leaf));
    }

    private void checkCredentials() {
        var asked = new HashSet<String>();
        leaves.forEach(leaf -> leaf.forEachCredential(asked::add));
        assertThat(named(Situation::credentials)).as("Credentials").isEqualTo(asked);
    }

    private Set<String> named(Function<Situation, Set<String>> names) {
        var all = new HashSet<String>();
        all().forEach(situation -> all.addAll(names.apply(situation)));
        return all;
    }

    private List<Situation> all() {
        return boundary.meets().stream().flatMap(List::stream).toList();
    }
}
