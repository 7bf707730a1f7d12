package io.partnercompetencies.rules;

/** Ties a people clause to the people chosen for an earlier group of the same all-of (R3, rule 6.7). */
public record Relation(String to, Tie is) {

    public enum Tie {
        /** Among the people chosen for the group. */
        SUBSET,
        /** Among the people not chosen for the group. */
        DISJOINT,
        /** Whoever fulfils the clause: the tie is written down, and binds nobody. */
        SAME_OR_DIFFERENT
    }
}
