package io.partnercompetencies.rules;

import java.util.BitSet;

/**
 * Something that a requirement needs is lost once those who stay weigh no more than this together.
 *
 * @param weights what one person of each kind weighs, 0 and up
 */
record Cut(int[] weights, int most) {

    static Cut ofPeople(BitSet kinds, int size, int most) {
        var weights = new int[size];
        kinds.stream().forEach(kind -> weights[kind] = 1);
        return new Cut(weights, most);
    }

    boolean holdsAlready(Kinds kinds) {
        long weight = 0;
        for (int kind = 0; kind < weights.length; kind++) {
            weight += (long) weights[kind] * kinds.count(kind);
        }
        return weight <= most;
    }

    /** Whether whoever keeps to this keeps to the other. */
    boolean implies(Cut other) {
        if (most > other.most) {
            return false;
        }
        for (int kind = 0; kind < weights.length; kind++) {
            if (weights[kind] < other.weights[kind]) {
                return false;
            }
        }
        return true;
    }
}
