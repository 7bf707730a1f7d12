package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** What each tied clause of an all-of counts within the best joint choice, now and once everything pending counts. */
final class JointChoices {

    private static final int NOT_TIED = -1;

    private final int[] now;
    private final int[] later;
    private final Instant[] metFrom;

    JointChoices(List<Ties.Knot> knots, List<Requirement> children, Holdings holdings) {
        now = new int[children.size()];
        later = new int[children.size()];
        metFrom = new Instant[children.size()];
        Arrays.fill(now, NOT_TIED);
        for (var knot : knots) {
            var clauses = knot.positions().stream()
                    .map(position -> (Requirement.People) children.get(position))
                    .toList();
            var choice = new JointChoice(clauses);
            var best = choice.best(
                    kinds(clauses, holdings.having(), holdings.people().size()));
            var bestLater = holdings.somethingIsPending()
                    ? choice.best(kinds(
                            clauses, holdings.havingLater(), holdings.people().size()))
                    : best;
            var wholeFrom = choice.isWhole(best) || !choice.isWhole(bestLater)
                    ? null
                    : holdings.firstDue(
                            instant -> choice.isWhole(choice.best(kinds(clauses, holdings, Person.by(instant)))));
            for (int i = 0; i < clauses.size(); i++) {
                metFrom[knot.positions().get(i)] = wholeFrom;
                now[knot.positions().get(i)] = best[i];
                later[knot.positions().get(i)] = bestLater[i];
            }
        }
    }

    /** How many people fulfil exactly which of the clauses: the index has a bit for each clause. */
    private static int[] kinds(
            List<Requirement.People> clauses, Holdings holdings, BiPredicate<Person, PersonClause> fulfils) {
        var kinds = new int[1 << clauses.size()];
        for (var person : holdings.people()) {
            int kind = 0;
            for (int i = 0; i < clauses.size(); i++) {
                kind |= fulfils.test(person, clauses.get(i).each()) ? 1 << i : 0;
            }
            kinds[kind]++;
        }
        return kinds;
    }

    private static int[] kinds(List<Requirement.People> clauses, Having having, int people) {
        var fulfilling =
                clauses.stream().map(clause -> having.fulfilling(clause.each())).toList();
        var kinds = new int[1 << clauses.size()];
        for (int person = 0; person < people; person++) {
            int kind = 0;
            for (int i = 0; i < fulfilling.size(); i++) {
                kind |= fulfilling.get(i).get(person) ? 1 << i : 0;
            }
            kinds[kind]++;
        }
        return kinds;
    }

    boolean decides(int position) {
        return now[position] != NOT_TIED;
    }

    int now(int position) {
        return now[position];
    }

    int later(int position) {
        return later[position];
    }

    /** When all clauses of the clause's knot are met together by what is pending now, or null. */
    Instant metFrom(int position) {
        return metFrom[position];
    }
}
