package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Proves requirements against the facts of one organisation at one moment. */
final class Prover {

    private final Market market;
    private final Holdings holdings;
    private final Figures figures;
    private final Set<String> attestations;

    Prover(Facts facts, Holdings holdings, Figures figures, Set<String> attestations) {
        this.market = facts.market();
        this.holdings = holdings;
        this.figures = figures;
        this.attestations = attestations;
    }

    Proven prove(Requirement requirement) {
        if (requirement instanceof Requirement.AllOf all) {
            return allOf(all);
        }
        if (requirement instanceof Requirement.AnyOf any) {
            return anyOf(any);
        }
        if (requirement instanceof Requirement.People people) {
            return people(people);
        }
        if (requirement instanceof Requirement.DistinctPeople distinct) {
            return distinctPeople(distinct);
        }
        if (requirement instanceof Requirement.Performance performance) {
            return performance(performance);
        }
        return attestation((Requirement.Attestation) requirement);
    }

    private Proven allOf(Requirement.AllOf all) {
        var ties = Ties.among(all.children());
        var children = new ArrayList<Proof>(all.children().size());
        int met = 0;
        int metLater = 0;
        var choices = ties.isEmpty() ? null : new JointChoices(ties, all.children(), holdings);
        for (int i = 0; i < all.children().size(); i++) {
            var child = choices != null && choices.decides(i)
                    ? tied((Requirement.People) all.children().get(i), choices, i)
                    : prove(all.children().get(i));
            children.add(child.proof());
            met += child.met() ? 1 : 0;
            metLater += child.metLater() ? 1 : 0;
        }
        return Proven.counting(
                Proof.Kind.ALL_OF, children.size(), met, metLater, () -> latest(children), null, children);
    }

    private Proven anyOf(Requirement.AnyOf any) {
        var children = new ArrayList<Proof>(any.children().size());
        boolean met = false;
        boolean metLater = false;
        for (var requirement : any.children()) {
            var child = prove(requirement);
            children.add(child.proof());
            met |= child.met();
            metLater |= child.metLater();
        }
        return Proven.counting(
                Proof.Kind.ANY_OF, 1, met ? 1 : 0, metLater ? 1 : 0, () -> earliest(children), null, children);
    }

    private static Instant latest(List<Proof> children) {
        return instants(children).max(Comparator.naturalOrder()).orElse(null);
    }

    private static Instant earliest(List<Proof> children) {
        return instants(children).min(Comparator.naturalOrder()).orElse(null);
    }

    private static Stream<Instant> instants(List<Proof> children) {
        return children.stream().map(Proof::metFrom).filter(Objects::nonNull);
    }

    private Proven people(Requirement.People clause) {
        if (Ties.binds(clause)) {
            throw new IllegalArgumentException("Tied to " + clause.relation().to() + ", which no all-of holds");
        }
        var contributors = Contributors.of(holdings, List.of(clause.each()));
        int later = holdings.somethingIsPending()
                ? holdings.havingLater().fulfilling(clause.each()).cardinality()
                : contributors.size();
        return Proven.counting(
                Proof.Kind.PEOPLE,
                clause.count(),
                contributors.size(),
                later,
                () -> holdings.firstDue(instant -> count(clause.each(), Person.by(instant)) >= clause.count()),
                contributors,
                null);
    }

    private Proven tied(Requirement.People clause, JointChoices choices, int position) {
        return Proven.counting(
                Proof.Kind.PEOPLE,
                clause.count(),
                choices.now(position),
                choices.later(position),
                () -> choices.metFrom(position),
                Contributors.of(holdings, List.of(clause.each())),
                null);
    }

    private Proven distinctPeople(Requirement.DistinctPeople clause) {
        int counted = Matching.size(clause.slots(), holdings.people(), Person::fulfils);
        int later = holdings.somethingIsPending()
                ? Matching.size(clause.slots(), holdings.people(), Person::willFulfil)
                : counted;
        return Proven.counting(
                Proof.Kind.DISTINCT_PEOPLE,
                clause.slots().size(),
                counted,
                later,
                () -> holdings.firstDue(instant -> Matching.size(clause.slots(), holdings.people(), Person.by(instant))
                        == clause.slots().size()),
                Contributors.of(holdings, clause.slots()),
                null);
    }

    private int count(PersonClause clause, BiPredicate<Person, PersonClause> fulfils) {
        int count = 0;
        for (var person : holdings.people()) {
            count += fulfils.test(person, clause) ? 1 : 0;
        }
        return count;
    }

    private Proven performance(Requirement.Performance clause) {
        var window = figures.window(clause);
        var counted = figures.sum(clause, window);
        var threshold = clause.thresholds().get(market);
        var required = threshold == null ? null : threshold.max(leastSumOfAverage(clause));
        boolean met = required != null && counted.compareTo(required) >= 0;
        var proof = new Proof(
                Proof.Kind.PERFORMANCE,
                met,
                required == null ? null : Numbers.plain(required),
                Numbers.plain(counted),
                BigDecimal.ZERO,
                required == null ? null : Numbers.plain(Numbers.notBelowZero(required.subtract(counted))),
                null,
                null,
                null,
                clause.metric(),
                threshold == null ? null : Numbers.plain(threshold),
                window);
        return new Proven(proof, met);
    }

    /** A sum divided by its months reaches the average exactly when the sum reaches the average times the months. */
    private static BigDecimal leastSumOfAverage(Requirement.Performance clause) {
        if (clause.averagePerMonth() == null) {
            return BigDecimal.ZERO;
        }
        int months = clause.window() == Span.TWELVE_MONTHS ? 12 : 1;
        return clause.averagePerMonth().multiply(BigDecimal.valueOf(months));
    }

    private Proven attestation(Requirement.Attestation clause) {
        int counted = attestations.contains(clause.code()) ? 1 : 0;
        return Proven.counting(Proof.Kind.ATTESTATION, 1, counted, counted, () -> null, null, null);
    }
}
