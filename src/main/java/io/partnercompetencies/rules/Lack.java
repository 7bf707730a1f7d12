package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Something that an unmet requirement still lacks: what a sentence is made of. */
public sealed interface Lack {

    /** @param metFrom when what is pending closes this, or null where it does not (T2) */
    record Pending(int count, Instant metFrom) {}

    /**
     * So many more persons.
     *
     * @param group what the clause is tied to, or null; its {@code relation} says how
     * @param pending null where nothing is
     */
    record Persons(int more, Requirement.People clause, Requirement.People group, Pending pending) implements Lack {}

    /**
     * Different persons for all slots.
     *
     * @param unfilled slots that nobody fulfils
     * @param pending null where nothing is
     */
    record DistinctPersons(int counted, Requirement.DistinctPeople clause, List<PersonClause> unfilled, Pending pending)
            implements Lack {}

    /** @param window the months that were summed, or null */
    record Amount(
            BigDecimal more, BigDecimal counted, BigDecimal required, Requirement.Performance clause, Months window)
            implements Lack {}

    /** The clause has no threshold for the organisation's market (R6). */
    record NoThreshold(Requirement.Performance clause) implements Lack {}

    record NotAttested(String attestation) implements Lack {}

    /** One of several ways, the nearest first, each with all that it lacks. */
    record OneOf(List<List<Lack>> ways) implements Lack {}

    /** Whether nothing that the organisation does can close this. */
    default boolean isHopeless() {
        return this instanceof NoThreshold
                || this instanceof OneOf one
                        && one.ways().stream().allMatch(way -> way.stream().anyMatch(Lack::isHopeless));
    }
}
