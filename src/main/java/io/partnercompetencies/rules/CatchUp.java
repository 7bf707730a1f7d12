package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The instant at which an organisation is judged next when nobody has looked since something turned: what turned is
 * lived through in its order, so that the rhythm of the looks makes no difference. Achievements that begin to count
 * lose nothing; a stretch of nothing else is one step, unless a level begins to be met on the way.
 *
 * @param last the moment of the last evaluation
 * @param due when something was known to turn, whatever the facts show; not before the last evaluation
 * @param turn the next turn of what is not among the facts, such as a term, or null
 */
public record CatchUp(Facts facts, List<LawHistory> histories, Moment last, Instant due, Instant turn) {

    /**
     * @param now not before {@code due}: the answer is never later
     * @param isOther whether other levels are met than at the last evaluation, once all that is due by an instant counts
     */
    public Instant next(Instant now, Predicate<Instant> isOther) {
        var gains = gainsUntil(now);
        var stop = stop(gains.contains(due));
        var stretch = List.copyOf(stop == null ? gains : gains.headSet(stop));
        if (stretch.isEmpty()) {
            return stop;
        }
        var end = stretch.get(stretch.size() - 1);
        return stretch.size() == 1 || !isOther.test(end) ? end : Bisection.first(stretch, isOther);
    }

    private TreeSet<Instant> gainsUntil(Instant now) {
        var gains = new TreeSet<Instant>();
        for (var credit : facts.credits()) {
            var credential = facts.credentials().named(credit.credential());
            if (!credit.dueAt().isAfter(now) && CreditStatus.of(credit, credential, last) == CreditStatus.PENDING) {
                gains.add(later(due, credit.dueAt()));
            }
        }
        return gains;
    }

    /** The first instant at which anything else than a gain may turn, or null. */
    private Instant stop(boolean dueIsGain) {
        var stop = earlier(NextChange.otherThanGains(facts, histories, last), turn);
        if (!dueIsGain) {
            stop = earlier(stop, due);
        }
        return stop == null ? null : later(due, stop);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
