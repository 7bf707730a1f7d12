package io.partnercompetencies.bench;

/**
 * How the product's figure must compare with the reference's.
 *
 * @param figure a name in {@link Sample#figures}
 * @param atMost whether the ratio is bounded from above
 * @param must the bound of product / reference
 * @param aim what is wished for, the same bound where there is no further wish
 */
record Goal(String figure, boolean atMost, double must, double aim) {

    static Goal atMost(String figure, double must, double aim) {
        return new Goal(figure, true, must, aim);
    }

    static Goal atLeast(String figure, double must, double aim) {
        return new Goal(figure, false, must, aim);
    }

    static Goal atMost(String figure, double must) {
        return new Goal(figure, true, must, must);
    }

    static Goal atLeast(String figure, double must) {
        return new Goal(figure, false, must, must);
    }

    boolean isMet(double ratio) {
        return holds(ratio, must);
    }

    boolean isAimed(double ratio) {
        return holds(ratio, aim);
    }

    private boolean holds(double ratio, double bound) {
        return atMost ? ratio <= bound : ratio >= bound;
    }

    String text(double bound) {
        return (atMost ? "≤ " : "≥ ") + Table.number(bound);
    }
}
