package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an organisation's records of one metric amount to.
 *
 * @param total what at least one clause in force accepts inside its window
 * @param window all months that clauses in force look at; null where there is none
 * @param shares of each location that has records of the metric, those that name none first, then by MPN id; they add
 *     up to the whole
 */
public record PerformanceReading(
        String metric, BigDecimal total, Months window, List<LeftOut> leftOut, List<Share> shares) {

    /** Why a record counts nowhere: the first that fits. */
    public enum Reason {
        TRIAL,
        ASSOCIATION_NOT_ACCEPTED,
        PRODUCT_NOT_ACCEPTED,
        OUTSIDE_WINDOW
    }

    public record LeftOut(Reason reason, BigDecimal value, int records) {}

    /** @param location its MPN id; null for records that name none */
    public record Share(String location, BigDecimal total, List<LeftOut> leftOut) {}

    /** One reading for each metric that the organisation has records of, by name. */
    public static List<PerformanceReading> of(List<LocatedFigure> figures, List<CompetencyLaw> laws, Moment moment) {
        return new PerformanceReader(figures, laws, moment).read();
    }
}
