package io.partnercompetencies.competency;

import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Forecast;
import io.partnercompetencies.rules.Term;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an organisation's membership makes of its status.
 *
 * @param term of the running subscription, or null
 * @param held what is held in this term
 * @param lapsed what was held in a term that has ended, and is not held now
 * @param atRisk what is held and not met now, or will not be when the renewal becomes possible (M6)
 * @param nextDueAt when the term next changes its state, or null
 */
public record Holding(Term term, Set<HeldLevel> held, Set<HeldLevel> lapsed, Set<HeldLevel> atRisk, Instant nextDueAt) {

    public static final Holding NONE = new Holding(null, Set.of(), Set.of(), null);

    /** Before anybody has asked what is at risk. */
    public Holding(Term term, Set<HeldLevel> held, Set<HeldLevel> lapsed, Instant nextDueAt) {
        this(term, held, lapsed, Set.of(), nextDueAt);
    }

    /**
     * The same with what is at risk.
     *
     * @param statuses at the instant, and {@code forecast} from it
     */
    public Holding judged(List<CompetencyStatus> statuses, Forecast forecast, Instant at) {
        if (term == null || held.isEmpty()) {
            return this;
        }
        var decidedAt = term.decidedAt();
        var decided = !decidedAt.isAfter(at);
        return new Holding(
                term,
                held,
                lapsed,
                held.stream()
                        .filter(level -> !level.isMetIn(statuses)
                                || !decided && !forecast.isMet(level.competencyId(), level.level(), decidedAt))
                        .collect(Collectors.toSet()),
                nextDueAt);
    }
}
