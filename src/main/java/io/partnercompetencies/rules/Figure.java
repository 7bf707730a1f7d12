package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What customers' records sum up to for one metric, product, association type and month, trials apart.
 *
 * @param records how many records were summed
 */
public record Figure(
        String metric,
        String product,
        String association,
        YearMonth period,
        boolean trial,
        BigDecimal value,
        int records) {}
