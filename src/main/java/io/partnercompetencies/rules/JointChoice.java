package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses people for clauses that are tied to each other, exactly (R3). People who fulfil the same clauses are
 * interchangeable; a state says how many are chosen for each clause so far, and every person moves some states on by one
 * of the sets of clauses he may be chosen for. A group is exactly its count of people, so no clause takes more.
 */
final class JointChoice {

    private final int[] counts;
    private final int[] strides;
    private final int states;
    private final int[] tiedTo;
    private final Relation.Tie[] ties;

    /** The first clause is tied to none, each other one to a group among those before it. */
    JointChoice(List<Requirement.People> clauses) {
        int size = clauses.size();
        counts = new int[size];
        strides = new int[size];
        tiedTo = new int[size];
        ties = new Relation.Tie[size];
        int stride = 1;
        for (int i = 0; i < size; i++) {
            var clause = clauses.get(i);
            counts[i] = clause.count();
            strides[i] = stride;
            stride *= clause.count() + 1;
            if (Ties.binds(clause)) {
                ties[i] = clause.relation().is();
                tiedTo[i] = lastGroup(clauses, i, clause.relation().to());
            }
        }
        states = stride;
    }

    private static int lastGroup(List<Requirement.People> clauses, int before, String group) {
        for (int i = before - 1; i >= 0; i--) {
            if (group.equals(clauses.get(i).group())) {
                return i;
            }
        }
        throw new IllegalArgumentException("No earlier group " + group);
    }

    /**
     * How many each clause gets in the best choice: the one with the greatest progress over all clauses, which is
     * the one that satisfies them all where such a one exists; among equals the earlier clauses get more.
     *
     * @param kinds how many people fulfil exactly the clauses whose bits are set in the index
     */
    int[] best(int[] kinds) {
        var reached = new boolean[states];
        reached[0] = true;
        for (int kind = 1; kind < kinds.length; kind++) {
            if (kinds[kind] == 0) {
                continue;
            }
            var choices = choices(kind);
            for (int person = Math.min(kinds[kind], sum(counts)); person > 0; person--) {
                move(reached, choices);
            }
        }
        int best = 0;
        for (int state = 1; state < states; state++) {
            if (reached[state] && isBetter(state, best)) {
                best = state;
            }
        }
        return digits(best);
    }

    /** Whether every clause gets all that it asks for. */
    boolean isWhole(int[] choice) {
        return Arrays.equals(choice, counts);
    }

    /** From the last state down: what one person adds is not seen again for the same person. */
    private void move(boolean[] reached, List<Integer> choices) {
        for (int state = states - 1; state >= 0; state--) {
            if (reached[state]) {
                for (int choice : choices) {
                    int next = next(state, choice);
                    if (next >= 0) {
                        reached[next] = true;
                    }
                }
            }
        }
    }

    /** The state with one more person for every clause of the choice, or -1 where one of them is full. */
    private int next(int state, int choice) {
        int next = state;
        for (int i = 0; i < counts.length; i++) {
            if ((choice & 1 << i) != 0) {
                if (digit(state, i) == counts[i]) {
                    return -1;
                }
                next += strides[i];
            }
        }
        return next;
    }

    /** The sets of clauses, as bits, for which someone who fulfils those of {@code kind} may be chosen at once. */
    private List<Integer> choices(int kind) {
        var choices = new ArrayList<Integer>();
        for (int choice = kind; choice > 0; choice = (choice - 1) & kind) {
            if (keepsTies(choice)) {
                choices.add(choice);
            }
        }
        return choices;
    }

    /** How many clauses choose among the people chosen for this one. */
    int groupsWithin(int clause) {
        int within = 0;
        for (int i = clause + 1; i < counts.length; i++) {
            within += ties[i] == Relation.Tie.SUBSET && tiedTo[i] == clause ? 1 : 0;
        }
        return within;
    }

    /** The greatest sum of its clauses' prices that a choice of someone who fulfils those of {@code kind} has; 0 for none. */
    int greatestPrice(int kind, int[] prices) {
        int greatest = 0;
        for (int choice : choices(kind)) {
            int price = 0;
            for (int i = 0; i < prices.length; i++) {
                price += (choice & 1 << i) != 0 ? prices[i] : 0;
            }
            greatest = Math.max(greatest, price);
        }
        return greatest;
    }

    private boolean keepsTies(int choice) {
        for (int i = 0; i < counts.length; i++) {
            if ((choice & 1 << i) != 0 && ties[i] != null) {
                boolean inGroup = (choice & 1 << tiedTo[i]) != 0;
                if (inGroup != (ties[i] == Relation.Tie.SUBSET)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isBetter(int state, int best) {
        long difference = 0;
        long all = 1;
        for (int count : counts) {
            all *= count;
        }
        for (int i = 0; i < counts.length; i++) {
            difference += (digit(state, i) - digit(best, i)) * (all / counts[i]);
        }
        if (difference != 0) {
            return difference > 0;
        }
        for (int i = 0; i < counts.length; i++) {
            if (digit(state, i) != digit(best, i)) {
                return digit(state, i) > digit(best, i);
            }
        }
        return false;
    }

    private int[] digits(int state) {
        var digits = new int[counts.length];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = digit(state, i);
        }
        return digits;
    }

    private int digit(int state, int clause) {
        return state / strides[clause] % (counts[clause] + 1);
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }
}
