package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How far a requirement is (R9): 0 to 1, four decimals, rounded down. */
final class Progress {

    private static final int DECIMALS = 4;
    /** Fine enough for every fraction of a catalogue, coarse enough to take the rounding of thirds back. */
    private static final int GUARDED_DECIMALS = 20;

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(DECIMALS);
    private static final BigDecimal WHOLE = BigDecimal.ONE.setScale(DECIMALS);

    private static final BigDecimal[][] QUOTIENTS = quotients();

    private Progress() {}

    static BigDecimal of(Proof proof) {
        if (proof.met()) {
            return WHOLE;
        }
        var progress = exact(proof);
        if (progress.signum() == 0) {
            return NONE;
        }
        var exact = progress.setScale(GUARDED_DECIMALS, RoundingMode.HALF_EVEN);
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
        return sum.signum() == 0
                ? BigDecimal.ZERO
                : sum.divide(BigDecimal.valueOf(proof.children().size()), MathContext.DECIMAL128);
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
        return quotient(leaf.counted(), leaf.required());
    }

    /** Most are of a few people: those quotients are known. */
    private static BigDecimal quotient(BigDecimal counted, BigDecimal required) {
        return counted.scale() == 0 && required.scale() == 0 && counted.precision() == 1 && required.precision() == 1
                ? QUOTIENTS[counted.intValue()][required.intValue()]
                : counted.divide(required, MathContext.DECIMAL128);
    }

    private static BigDecimal[][] quotients() {
        var quotients = new BigDecimal[10][10];
        for (int counted = 0; counted < 10; counted++) {
            for (int required = 1; required < 10; required++) {
                quotients[counted][required] =
                        BigDecimal.valueOf(counted).divide(BigDecimal.valueOf(required), MathContext.DECIMAL128);
            }
        }
        return quotients;
    }
}
