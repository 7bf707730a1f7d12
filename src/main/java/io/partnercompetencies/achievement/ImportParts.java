package io.partnercompetencies.achievement;

import java.util.ArrayList;
import java.util.List;

/** Counts the rows of a file while it arrives, and divides them into parts of about one batch each. */
final class ImportParts {

    private static final int SLICES = 256;
    private static final int BITS = 24;

    /** Rows whose hash lies within both bounds. */
    record Part(int number, int fromHash, int toHash, int rows) {}

    private final int[] rows = new int[SLICES];

    void add(int hash) {
        rows[slice(hash)]++;
    }

    private static int slice(int hash) {
        return (hash >> BITS) + SLICES / 2;
    }

    private static int firstHash(int slice) {
        return slice - SLICES / 2 << BITS;
    }

    /** Each has rows; only the last has less than a batch of them. */
    List<Part> of(int batchSize) {
        var parts = new ArrayList<Part>();
        int from = 0;
        int sum = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            sum += rows[slice];
            if (sum >= batchSize || slice == SLICES - 1 && sum > 0) {
                int toHash = firstHash(slice) + (1 << BITS) - 1;
                parts.add(new Part(parts.size(), firstHash(from), toHash, sum));
                from = slice + 1;
                sum = 0;
            }
        }
        return parts;
    }
}
