package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How far a requirement is (R9): 0 to 1, four decimals, rounded down. */
final class Progress {

    private static final int DECIMALS = 4;
    /** Fine enough for every fraction of a catalogue, coarse enough to take the rounding of thirds back. */
    private static final int GUARDED_DECIMALS = 20;

    private Progress() {}

    static BigDecimal of(Proof proof) {
        if (proof.met()) {
            return BigDecimal.ONE.setScale(DECIMALS);
        }
        var exact = exact(proof).setScale(GUARDED_DECIMALS, RoundingMode.HALF_EVEN);
        return exact.setScale(DECIMALS, RoundingMode.DOWN);
    }

    /** An all-of is the mean of its children, an any-of its greatest child, a leaf the part that counts. */
    static BigDecimal exact(Proof proof) {
        if (proof.met()) {
            return BigDecimal.ONE;
        }
        return switch (proof.kind()) {
            case ALL_OF -> mean(proof);
            case ANY_OF -> greatest(proof);
            default -> part(proof);
        };
    }

    private static BigDecimal mean(Proof proof) {
        var sum = BigDecimal.ZERO;
        for (var child : proof.children()) {
            sum = sum.add(exact(child));
        }
        return sum.divide(BigDecimal.valueOf(proof.children().size()), MathContext.DECIMAL128);
    }

    private static BigDecimal greatest(Proof proof) {
        var greatest = BigDecimal.ZERO;
        for (var child : proof.children()) {
            greatest = greatest.max(exact(child));
        }
        return greatest;
    }

    private static BigDecimal part(Proof leaf) {
        // Without a threshold for the market nothing leads there; revenue may be negative.
        if (leaf.required() == null || leaf.counted().signum() <= 0) {
            return BigDecimal.ZERO;
        }
        return leaf.counted().divide(leaf.required(), MathContext.DECIMAL128);
    }
}
