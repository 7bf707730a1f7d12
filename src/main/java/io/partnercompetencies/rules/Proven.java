package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** A proof, and whether the requirement holds once everything pending counts. */
record Proven(Proof proof, boolean metLater) {

    boolean met() {
        return proof.met();
    }

    /**
     * A node that counts something up to a number.
     *
     * @param later its count once everything pending counts
     * @param metFrom when it is met then; asked only where that is so
     */
    static Proven counting(
            Proof.Kind kind,
            int required,
            int counted,
            int later,
            Supplier<Instant> metFrom,
            List<Contributor> contributors,
            List<Proof> children) {
        var proof = new Proof(
                kind,
                counted >= required,
                BigDecimal.valueOf(required),
                BigDecimal.valueOf(counted),
                BigDecimal.valueOf(Math.max(0, later - counted)),
                BigDecimal.valueOf(Math.max(0, required - counted)),
                counted < required && later >= required ? metFrom.get() : null,
                contributors,
                children,
                null,
                null,
                null);
        return new Proven(proof, later >= required);
    }
}
