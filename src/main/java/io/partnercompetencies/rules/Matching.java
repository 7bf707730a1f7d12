package io.partnercompetencies.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

/** The greatest number of slots that different people can fill: a bipartite matching by augmenting paths (R3). */
final class Matching {

    private static final int NOBODY = -1;

    private final List<PersonClause> slots;
    private final List<Person> people;
    private final BiPredicate<Person, PersonClause> fulfils;
    private final int[] slotOf;
    /** Who fulfils each slot, as far as it has been asked: nobody is judged twice by the same one. */
    private final BitSet[] fulfilling;

    private final int[] judged;

    private Matching(List<PersonClause> slots, List<Person> people, BiPredicate<Person, PersonClause> fulfils) {
        this.slots = slots;
        this.people = people;
        this.fulfils = fulfils;
        slotOf = new int[people.size()];
        Arrays.fill(slotOf, NOBODY);
        judged = new int[slots.size()];
        fulfilling = new BitSet[slots.size()];
        Arrays.setAll(fulfilling, slot -> new BitSet());
    }

    static int size(List<PersonClause> slots, List<Person> people, BiPredicate<Person, PersonClause> fulfils) {
        var matching = new Matching(slots, people, fulfils);
        int filled = 0;
        for (int slot = 0; slot < slots.size(); slot++) {
            filled += matching.fill(slot, new BitSet(people.size())) ? 1 : 0;
        }
        return filled;
    }

    /** Gives the slot to somebody; whoever fills another one already may move there only if that can be filled anew. */
    private boolean fill(int slot, BitSet asked) {
        for (int i = nextFor(slot, 0); i != NOBODY; i = nextFor(slot, i + 1)) {
            if (!asked.get(i)) {
                asked.set(i);
                if (slotOf[i] == NOBODY || fill(slotOf[i], asked)) {
                    slotOf[i] = slot;
                    return true;
                }
            }
        }
        return false;
    }

    private int nextFor(int slot, int from) {
        int known = fulfilling[slot].nextSetBit(from);
        if (known >= 0) {
            return known;
        }
        while (judged[slot] < people.size()) {
            int person = judged[slot]++;
            if (fulfils.test(people.get(person), slots.get(slot))) {
                fulfilling[slot].set(person);
                return person;
            }
        }
        return NOBODY;
    }
}
