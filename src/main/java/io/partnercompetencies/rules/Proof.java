package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Why a requirement holds, or does not: a node for every node of the requirement, in the same order. What does not
 * apply to the kind is null. Figures are plain: without exponent and without trailing zeros.
 *
 * @param required persons, the figure, the number of children, or 1 for an any-of and an attestation; null for a
 *     performance clause without a threshold for the organisation's market
 * @param counted as {@code required}; a tied clause counts within the best joint choice
 * @param pending by how much {@code counted} grows once everything pending counts
 * @param missing what is left of {@code required}, null where that is
 * @param contributors all who fulfil the clause by themselves, by id
 * @param metFrom where the node is not met and all that is pending would meet it: the instant by which enough of it
 *     counts, losses apart; else null
 * @param window the months that were summed; null also when the organisation has no record of the metric
 */
public record Proof(
        Kind kind,
        boolean met,
        BigDecimal required,
        BigDecimal counted,
        BigDecimal pending,
        BigDecimal missing,
        Instant metFrom,
        List<Contributor> contributors,
        List<Proof> children,
        String metric,
        BigDecimal threshold,
        Months window) {

    public enum Kind {
        ALL_OF,
        ANY_OF,
        PEOPLE,
        DISTINCT_PEOPLE,
        PERFORMANCE,
        ATTESTATION
    }
}
