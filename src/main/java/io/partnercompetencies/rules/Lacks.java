package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Reads off a requirement and its proof what is lacking. Pure. */
final class Lacks {

    private Lacks() {}

    /** In the requirement's order; empty where it is met. */
    static List<Lack> of(Requirement requirement, Proof proof) {
        return of(requirement, proof, List.of());
    }

    /** @param siblings the children of the all-of that the requirement stands in */
    private static List<Lack> of(Requirement requirement, Proof proof, List<Requirement> siblings) {
        if (proof.met()) {
            return List.of();
        }
        if (requirement instanceof Requirement.AllOf all) {
            var lacks = new ArrayList<Lack>();
            for (int i = 0; i < all.children().size(); i++) {
                lacks.addAll(of(all.children().get(i), proof.children().get(i), all.children()));
            }
            return lacks;
        }
        if (requirement instanceof Requirement.AnyOf any) {
            return oneOf(any, proof);
        }
        return List.of(leaf(requirement, proof, siblings));
    }

    private static List<Lack> oneOf(Requirement.AnyOf any, Proof proof) {
        var ways = IntStream.range(0, any.children().size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> Progress.exact(proof.children().get(i)))
                        .reversed())
                .map(i -> of(any.children().get(i), proof.children().get(i), List.of()))
                .toList();
        var open = ways.stream()
                .filter(way -> way.stream().noneMatch(Lack::isHopeless))
                .toList();
        var shown = open.isEmpty() ? ways : open;
        return shown.size() == 1 ? shown.get(0) : List.of(new Lack.OneOf(shown));
    }

    private static Lack leaf(Requirement requirement, Proof proof, List<Requirement> siblings) {
        if (requirement instanceof Requirement.People people) {
            return new Lack.Persons(proof.missing().intValueExact(), people, group(people, siblings), pending(proof));
        }
        if (requirement instanceof Requirement.DistinctPeople distinct) {
            return new Lack.DistinctPersons(
                    proof.counted().intValueExact(), distinct, unfilled(distinct, proof), pending(proof));
        }
        if (requirement instanceof Requirement.Performance performance) {
            return proof.required() == null
                    ? new Lack.NoThreshold(performance)
                    : new Lack.Amount(proof.missing(), proof.counted(), proof.required(), performance, proof.window());
        }
        return new Lack.NotAttested(((Requirement.Attestation) requirement).code());
    }

    private static Lack.Pending pending(Proof proof) {
        return proof.pending().signum() == 0
                ? null
                : new Lack.Pending(proof.pending().intValueExact(), proof.metFrom());
    }

    /** The last one of that name before the clause. */
    private static Requirement.People group(Requirement.People clause, List<Requirement> siblings) {
        if (clause.relation() == null) {
            return null;
        }
        Requirement.People group = null;
        for (var sibling : siblings) {
            if (sibling == clause) {
                break;
            }
            if (sibling instanceof Requirement.People people
                    && clause.relation().to().equals(people.group())) {
                group = people;
            }
        }
        return group;
    }

    private static List<PersonClause> unfilled(Requirement.DistinctPeople distinct, Proof proof) {
        return distinct.slots().stream()
                .filter(slot -> proof.contributors().stream().noneMatch(person -> fulfils(person, slot)))
                .toList();
    }

    /** A contributor shows everything by which he fulfils some slot, so what he does not show fulfils none. */
    private static boolean fulfils(Contributor person, PersonClause slot) {
        var has = new HashSet<String>();
        person.achievements().forEach(achieved -> has.add(achieved.credential()));
        return slot.isFulfilledBy(has::contains);
    }
}
