package io.partnercompetencies.bench;

import java.util.SplittableRandom;

/** How many employees each organisation has: ten on average, most have few and one in a hundred has hundreds. */
final class Sizes {

    private static final int AVERAGE = 10;
    private static final int USUAL = 13;
    private static final int LARGE = 100;
    private static final int LARGEST = 600;

    private final int[] sizes;

    Sizes(int users, SplittableRandom random) {
        sizes = new int[Math.max(1, users / AVERAGE)];
        int left = users;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = random.nextInt(100) == 0 ? LARGE + random.nextInt(LARGEST - LARGE) : 1 + random.nextInt(USUAL);
            left -= sizes[i];
        }
        settle(left);
    }

    /** One more or less here and there, until the sum is the one that was asked for. */
    private void settle(int left) {
        for (int i = 0; left != 0; i = (i + 1) % sizes.length) {
            if (left > 0) {
                sizes[i]++;
                left--;
            } else if (sizes[i] > 1) {
                sizes[i]--;
                left++;
            }
        }
    }

    int organizations() {
        return sizes.length;
    }

    int of(int organization) {
        return sizes[organization];
    }
}
