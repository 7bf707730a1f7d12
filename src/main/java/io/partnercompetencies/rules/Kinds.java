package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people who fulfil some clause of a requirement, as kinds: those of one kind fulfil exactly the same clauses. */
final class Kinds {

    private final List<List<UUID>> people;
    private final Map<PersonClause, BitSet> fulfilling = new LinkedHashMap<>();

    Kinds(Requirement requirement, List<Person> everybody) {
        requirement.forEach(node -> {
            if (node instanceof Requirement.People clause) {
                fulfilling.put(clause.each(), new BitSet());
            } else if (node instanceof Requirement.DistinctPeople clause) {
                clause.slots().forEach(slot -> fulfilling.put(slot, new BitSet()));
            }
        });
        var byFulfilled = new HashMap<BitSet, List<UUID>>();
        people = new ArrayList<>();
        for (var person : everybody) {
            var fulfilled = fulfilledBy(person);
            if (!fulfilled.isEmpty()) {
                byFulfilled.computeIfAbsent(fulfilled, this::newKind).add(person.id());
            }
        }
    }

    /** Positions among the clauses. */
    private BitSet fulfilledBy(Person person) {
        var fulfilled = new BitSet(fulfilling.size());
        int position = 0;
        for (var clause : fulfilling.keySet()) {
            fulfilled.set(position++, person.fulfils(clause));
        }
        return fulfilled;
    }

    private List<UUID> newKind(BitSet fulfilled) {
        int kind = people.size();
        int position = 0;
        for (var kindsOfClause : fulfilling.values()) {
            kindsOfClause.set(kind, fulfilled.get(position++));
        }
        people.add(new ArrayList<>());
        return people.get(kind);
    }

    int size() {
        return people.size();
    }

    List<UUID> people(int kind) {
        return people.get(kind);
    }

    int count(int kind) {
        return people.get(kind).size();
    }

    /** The kinds that fulfil a clause of the requirement; not to be changed. */
    BitSet fulfilling(PersonClause clause) {
        return fulfilling.get(clause);
    }
}
