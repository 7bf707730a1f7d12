package io.partnercompetencies.rules;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All who fulfil one of some clauses, by id. How many they are is known at once; who they are, and by what, is found out
 * when somebody asks: a pass over all organisations never does.
 */
final class Contributors extends AbstractList<Contributor> {

    private final List<Person> people;
    private final List<PersonClause> clauses;
    private final BitSet who;
    private final int size;
    private List<Contributor> named;

    private Contributors(List<Person> people, List<PersonClause> clauses, BitSet who) {
        this.people = people;
        this.clauses = clauses;
        this.who = who;
        this.size = who.cardinality();
    }

    static List<Contributor> of(Holdings holdings, List<PersonClause> clauses) {
        var who = clauses.size() == 1
                ? holdings.having().fulfilling(clauses.get(0))
                : holdings.having().any(clauses);
        return who.isEmpty() ? List.of() : new Contributors(holdings.people(), clauses, who);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Contributor get(int index) {
        if (named == null) {
            named = named();
        }
        return named.get(index);
    }

    private List<Contributor> named() {
        var contributors = new ArrayList<Contributor>(size);
        for (int i = who.nextSetBit(0); i >= 0; i = who.nextSetBit(i + 1)) {
            contributors.add(people.get(i).contributionTo(clauses));
        }
        return contributors;
    }
}
