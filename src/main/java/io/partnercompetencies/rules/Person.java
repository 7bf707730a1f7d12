package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** An employee and what counts of his, by the published code; what is pending apart. */
final class Person {

    private final UUID id;
    private final Map<String, List<UUID>> counted = new HashMap<>();
    private Map<String, Instant> pending = Map.of();
    private final Predicate<String> has = counted::containsKey;
    private final Predicate<String> willHave = code -> counted.containsKey(code) || pending.containsKey(code);

    Person(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    void count(String code, UUID achievement) {
        counted.computeIfAbsent(code, any -> new ArrayList<>(1)).add(achievement);
    }

    void await(String code, Instant dueAt) {
        if (pending.isEmpty()) {
            pending = new HashMap<>();
        }
        pending.merge(code, dueAt, (one, other) -> one.isBefore(other) ? one : other);
    }

    void note(int position, Having having, Having havingLater) {
        for (var code : counted.keySet()) {
            having.note(code, position);
            havingLater.note(code, position);
        }
        for (var code : pending.keySet()) {
            havingLater.note(code, position);
        }
    }

    boolean fulfils(PersonClause clause) {
        return clause.isFulfilledBy(has);
    }

    /** Once everything pending counts. */
    boolean willFulfil(PersonClause clause) {
        return clause.isFulfilledBy(pending.isEmpty() ? has : willHave);
    }

    /** Once everything pending that is due by then counts. */
    boolean willFulfilBy(Instant instant, PersonClause clause) {
        return clause.isFulfilledBy(
                pending.isEmpty() ? has : code -> counted.containsKey(code) || isDueBy(instant, pending.get(code)));
    }

    static BiPredicate<Person, PersonClause> by(Instant instant) {
        return (person, clause) -> person.willFulfilBy(instant, clause);
    }

    private static boolean isDueBy(Instant instant, Instant dueAt) {
        return dueAt != null && !dueAt.isAfter(instant);
    }

    /** The proof that the person fulfils these clauses, each achievement once, in whatever order the facts came. */
    Contributor contributionTo(List<PersonClause> clauses) {
        var codes = new LinkedHashSet<String>();
        for (var clause : clauses) {
            if (fulfils(clause)) {
                clause.forEachUsed(has, codes::add);
            }
        }
        var achieved = new ArrayList<Contributor.Achieved>(codes.size());
        for (var code : codes) {
            counted.get(code).stream()
                    .sorted()
                    .forEach(achievement -> achieved.add(new Contributor.Achieved(achievement, code)));
        }
        return new Contributor(id, achieved);
    }
}
