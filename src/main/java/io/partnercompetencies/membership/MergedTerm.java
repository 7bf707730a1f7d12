package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Term;
import java.util.Optional;

/**
 * The term of two organisations that become one: the higher of their levels, up to the later of their anniversaries
 * (rows 1.9 and 1.10). Pure.
 *
 * @param begins whether it is another one than the surviving organisation's own
 */
record MergedTerm(Term term, boolean begins) {

    /**
     * @param own the running term of the surviving organisation, or null; likewise {@code absorbed}
     * @return empty where nothing runs
     */
    static Optional<MergedTerm> of(Term own, Term absorbed) {
        if (own == null || absorbed == null) {
            return Optional.ofNullable(own)
                    .map(term -> new MergedTerm(term, false))
                    .or(() -> Optional.ofNullable(absorbed).map(term -> new MergedTerm(term, true)));
        }
        var later = absorbed.expiresOn().isAfter(own.expiresOn()) ? absorbed : own;
        var merged =
                new Term(higher(own.level(), absorbed.level()), later.startsOn(), later.expiresOn(), later.window());
        return Optional.of(new MergedTerm(merged, !merged.equals(own)));
    }

    private static Level higher(Level one, Level other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
