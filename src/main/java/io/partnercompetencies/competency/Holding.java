package io.partnercompetencies.competency;

import io.partnercompetencies.rules.Term;
import java.time.Instant;
import java.util.Set;

/**
 * What an organisation's membership makes of its status.
 *
 * @param term of the running subscription, or null
 * @param held what is held in this term
 * @param lapsed what was held in a term that has ended, and is not held now
 * @param nextDueAt when the term next changes its state, or null
 */
public record Holding(Term term, Set<HeldLevel> held, Set<HeldLevel> lapsed, Instant nextDueAt) {

    public static final Holding NONE = new Holding(null, Set.of(), Set.of(), null);
}
