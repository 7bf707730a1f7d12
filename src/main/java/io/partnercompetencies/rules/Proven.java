package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.util.List;

/** A proof, and whether the requirement holds once everything pending counts. */
record Proven(Proof proof, boolean metLater) {

    boolean met() {
        return proof.met();
    }

    /** A node that counts something up to a number; {@code later} is its count once everything pending counts. */
    static Proven counting(
            Proof.Kind kind,
            int required,
            int counted,
            int later,
            List<Contributor> contributors,
            List<Proof> children) {
        var proof = new Proof(
                kind,
                counted >= required,
                BigDecimal.valueOf(required),
                BigDecimal.valueOf(counted),
                BigDecimal.valueOf(Math.max(0, later - counted)),
                BigDecimal.valueOf(Math.max(0, required - counted)),
                contributors,
                children,
                null,
                null,
                null);
        return new Proven(proof, later >= required);
    }
}
