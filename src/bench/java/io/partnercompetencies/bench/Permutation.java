package io.partnercompetencies.bench;

import java.util.SplittableRandom;

/** The numbers from 0 on in another order. */
final class Permutation {

    private final int[] order;

    Permutation(int size, SplittableRandom random) {
        order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
    }

    int at(int i) {
        return order[i];
    }
}
