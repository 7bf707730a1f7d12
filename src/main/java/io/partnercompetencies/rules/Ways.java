package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds every way in which a requirement can be broken by people who leave. */
final class Ways {

    private final Kinds kinds;
    private final Prover prover;

    Ways(Kinds kinds, Prover prover) {
        this.kinds = kinds;
        this.prover = prover;
    }

    /** None where nobody's leaving matters; where it is not met, one that needs nobody to leave. */
    List<Way> toBreak(Requirement requirement) {
        if (requirement instanceof Requirement.AllOf all) {
            return allOf(all.children());
        }
        if (requirement instanceof Requirement.AnyOf any) {
            return anyOf(any.children());
        }
        if (requirement instanceof Requirement.People people) {
            return people(people);
        }
        if (requirement instanceof Requirement.DistinctPeople distinct) {
            return distinctPeople(distinct.slots());
        }
        return prover.prove(requirement).met() ? List.of() : List.of(new Way(List.of()));
    }

    /** It is enough to break one of the children, or the clauses that are tied to each other as they are together. */
    private List<Way> allOf(List<Requirement> children) {
        var ways = new ArrayList<Way>();
        var tied = new BitSet();
        for (var knot : Ties.among(children)) {
            knot.positions().forEach(tied::set);
            var clauses = knot.positions().stream()
                    .map(position -> (Requirement.People) children.get(position))
                    .toList();
            ways.addAll(new JointWays(clauses, kinds).toBreak());
        }
        for (int i = tied.nextClearBit(0); i < children.size(); i = tied.nextClearBit(i + 1)) {
            ways.addAll(toBreak(children.get(i)));
        }
        return Way.shortest(ways);
    }

    /** Every child has to be broken. */
    private List<Way> anyOf(List<Requirement> children) {
        var ways = List.of(new Way(List.of()));
        for (var child : children) {
            var longer = new ArrayList<Way>();
            for (var one : toBreak(child)) {
                ways.forEach(way -> longer.add(way.and(one)));
            }
            ways = Way.shortest(longer);
        }
        return ways;
    }

    private List<Way> people(Requirement.People clause) {
        return cut(kinds.fulfilling(clause.each()), clause.count() - 1);
    }

    /**
     * Slots cannot all be filled exactly when some of them have fewer people together than they are (Hall). Whose people
     * are the same stand or fall together.
     */
    private List<Way> distinctPeople(List<PersonClause> slots) {
        Set<BitSet> unions = new LinkedHashSet<>();
        unions.add(new BitSet());
        for (var slot : slots) {
            for (var union : List.copyOf(unions)) {
                var wider = (BitSet) union.clone();
                wider.or(kinds.fulfilling(slot));
                unions.add(wider);
            }
        }
        var ways = new ArrayList<Way>();
        for (var union : unions) {
            long within = slots.stream()
                    .filter(slot -> isWithin(kinds.fulfilling(slot), union))
                    .count();
            ways.addAll(cut(union, (int) within - 1));
        }
        return Way.shortest(ways);
    }

    private static boolean isWithin(BitSet some, BitSet all) {
        var others = (BitSet) some.clone();
        others.andNot(all);
        return others.isEmpty();
    }

    private List<Way> cut(BitSet of, int most) {
        return Way.of(List.of(Cut.ofPeople(of, kinds.size(), most)), kinds);
    }
}
