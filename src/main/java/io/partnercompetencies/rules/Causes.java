package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds why time changes a level, by asking what would have to be left undone: a cause is what belongs to a smallest set
 * of things without which the level would still be met.
 */
final class Causes {

    private final Facts facts;
    private final LawHistory history;
    private final Instant from;
    private final Instant to;
    private final Passage passage;

    Causes(Facts facts, LawHistory history, Instant from, Instant to) {
        this.facts = facts;
        this.history = history;
        this.from = from;
        this.to = to;
        this.passage = new Passage(facts, history, from, to);
    }

    /** For a level that is met at the first instant and not at the second. */
    Reason ofFall(Level level) {
        var happened = Passage.LOSSES.stream().filter(passage::happens).toList();
        for (int size = 1; size <= happened.size(); size++) {
            var causes = EnumSet.noneOf(Cause.class);
            for (var undone : subsets(happened, size)) {
                if (passage.isMetWithout(undone, level)) {
                    causes.addAll(undone);
                }
            }
            if (!causes.isEmpty()) {
                return reason(level, causes);
            }
        }
        return reason(level, happened);
    }

    /** For a level that changes without falling: whatever happens to what its requirements name. */
    Reason ofChange(Level level) {
        var causes = EnumSet.noneOf(Cause.class);
        for (var cause : List.of(Cause.ACHIEVEMENT_EXPIRES, Cause.CREDENTIAL_RETIRES, Cause.ACHIEVEMENT_COUNTS)) {
            if (!concerned(level, EnumSet.of(cause)).isEmpty()) {
                causes.add(cause);
            }
        }
        if (passage.happens(Cause.REQUIREMENT_CHANGES)) {
            causes.add(Cause.REQUIREMENT_CHANGES);
        }
        if (causes.isEmpty()) {
            Passage.LOSSES.stream().filter(passage::happens).forEach(causes::add);
        }
        return reason(level, causes);
    }

    private Reason reason(Level level, Collection<Cause> causes) {
        var credits = concerned(level, Set.copyOf(causes));
        return new Reason(
                causes.size() == 1
                        ? List.copyOf(causes)
                        : causes.stream()
                                .sorted(Comparator.comparing(cause -> begins(cause, level)))
                                .toList(),
                credits.stream().map(Credit::userId).distinct().toList(),
                credits.stream().map(Credit::achievementId).distinct().toList());
    }

    /**
     * When a cause is first felt by the level, were it the only one; the first instant for what takes nothing away. Gains
     * in between may hide the very first time: this is for the order alone, and must stay cheap for many achievements.
     */
    private Instant begins(Cause cause, Level level) {
        var without = EnumSet.copyOf(Passage.LOSSES);
        without.remove(cause);
        var felt = Bisection.first(
                passage.steps(), step -> !new Passage(facts, history, from, step).isMetWithout(without, level));
        return felt == null ? from : felt;
    }

    private List<Credit> concerned(Level level, Set<Cause> causes) {
        var named = passage.namedBy(level);
        return facts.credits().stream()
                .filter(credit -> isNamed(credit, named))
                .filter(credit ->
                        causes.stream().anyMatch(cause -> concerns(cause).test(credit)))
                .toList();
    }

    private boolean isNamed(Credit credit, Set<String> named) {
        var credential = facts.credentials().named(credit.credential());
        return credential != null && named.contains(credential.code());
    }

    private Predicate<Credit> concerns(Cause cause) {
        return switch (cause) {
            case ACHIEVEMENT_EXPIRES ->
                credit -> passage.includes(credit.expiresAt()) && holdsUntil(credit.expiresAt(), credit);
            case CREDENTIAL_RETIRES ->
                credit -> {
                    var end = Passage.acceptanceEnd(facts.credentials(), credit);
                    return passage.includes(end) && holdsUntil(end, credit);
                };
            case ACHIEVEMENT_COUNTS ->
                credit ->
                        statusAt(from, credit) == CreditStatus.PENDING && statusAt(to, credit) == CreditStatus.COUNTED;
            default -> credit -> false;
        };
    }

    /** Whether it counts when its end comes. */
    private boolean holdsUntil(Instant end, Credit credit) {
        return statusAt(end.minusNanos(1), credit) == CreditStatus.COUNTED;
    }

    private CreditStatus statusAt(Instant at, Credit credit) {
        return CreditStatus.of(credit, facts.credentials().named(credit.credential()), Moment.settled(at));
    }

    private static List<Set<Cause>> subsets(List<Cause> causes, int size) {
        var subsets = new ArrayList<Set<Cause>>();
        for (int bits = 1; bits < 1 << causes.size(); bits++) {
            if (Integer.bitCount(bits) == size) {
                var subset = EnumSet.noneOf(Cause.class);
                for (int i = 0; i < causes.size(); i++) {
                    if ((bits & 1 << i) != 0) {
                        subset.add(causes.get(i));
                    }
                }
                subsets.add(subset);
            }
        }
        return subsets;
    }
}
