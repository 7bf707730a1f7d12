package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What becomes of one organisation's levels if nobody does anything more (R8): the same evaluation of the same facts, at
 * a later instant. Not to be shared between threads.
 */
public final class Forecast {

    private final Facts facts;
    private final Map<String, LawHistory> histories;
    private final List<LawHistory> inOrder;
    private Instant lastAsked;
    private Evaluator evaluator;

    public Forecast(Facts facts, List<LawHistory> histories) {
        this.facts = facts;
        this.inOrder = histories;
        this.histories = histories.stream().collect(Collectors.toMap(LawHistory::id, Function.identity()));
    }

    public boolean isMet(String competencyId, Level level, Instant at) {
        var history = histories.get(competencyId);
        var status = history == null ? null : at(at).evaluate(history.at(at)).level(level);
        return status != null && status.met();
    }

    /** Every competency, in the catalogue's order. */
    public List<CompetencyStatus> statuses(Instant at) {
        return inOrder.stream().map(history -> at(at).evaluate(history.at(at))).toList();
    }

    /** When the next thing after the moment happens by itself, or null; one that is overdue may lie before it. */
    public Instant nextChange(Moment after) {
        return NextChange.after(facts, inOrder, after);
    }

    /** Why a level that is met at the first instant is not at the second. */
    public Reason whyItFalls(String competencyId, Level level, Instant from, Instant to) {
        return causes(competencyId, from, to).ofFall(level);
    }

    /** Why the stage of a level is another one at the second instant, though it does not fall. */
    public Reason whyItChanges(String competencyId, Level level, Instant from, Instant to) {
        return causes(competencyId, from, to).ofChange(level);
    }

    /** How many people the level can spare at the moment. */
    public Tolerance tolerance(String competencyId, Level level, Moment moment) {
        return Leavers.of(histories.get(competencyId).at(moment.at()), level, facts, moment);
    }

    private Causes causes(String competencyId, Instant from, Instant to) {
        return new Causes(facts, histories.get(competencyId), from, to);
    }

    private Evaluator at(Instant at) {
        if (!at.equals(lastAsked)) {
            evaluator = new Evaluator(facts, Moment.settled(at));
            lastAsked = at;
        }
        return evaluator;
    }
}
