package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of an organisation by metric, and which of them a clause accepts at a month (R6). */
final class Figures {

    private final Map<String, List<Figure>> byMetric = new HashMap<>();
    private final YearMonth month;

    Figures(List<Figure> figures, YearMonth month) {
        this.month = month;
        for (var figure : figures) {
            byMetric.computeIfAbsent(figure.metric(), metric -> new ArrayList<>())
                    .add(figure);
        }
    }

    /** Those of which there is any record, of whatever month. */
    Set<String> metrics() {
        return byMetric.keySet();
    }

    List<Figure> of(String metric) {
        return byMetric.getOrDefault(metric, List.of());
    }

    /** The months that the clause sums, or null where the latest month is asked for and there is none. */
    Months window(Requirement.Performance clause) {
        if (clause.window() == Span.TWELVE_MONTHS) {
            return Months.twelveUpTo(month);
        }
        var latest = latestMonth(clause.metric());
        return latest == null ? null : new Months(latest, latest);
    }

    /** Any record makes its month the latest, a trial or one of a product that is not accepted as well. */
    private YearMonth latestMonth(String metric) {
        YearMonth latest = null;
        for (var figure : of(metric)) {
            var period = figure.period();
            if (!period.isAfter(month) && (latest == null || period.isAfter(latest))) {
                latest = period;
            }
        }
        return latest;
    }

    BigDecimal sum(Requirement.Performance clause, Months window) {
        var sum = BigDecimal.ZERO;
        if (window == null) {
            return sum;
        }
        for (var figure : of(clause.metric())) {
            if (!figure.trial()
                    && acceptsAssociation(clause, figure)
                    && acceptsProduct(clause, figure)
                    && window.contains(figure.period())) {
                sum = sum.add(figure.value());
            }
        }
        return sum;
    }

    static boolean acceptsAssociation(Requirement.Performance clause, Figure figure) {
        return clause.associations().isEmpty() || clause.associations().contains(figure.association());
    }

    static boolean acceptsProduct(Requirement.Performance clause, Figure figure) {
        return clause.products().isEmpty() || clause.products().contains(figure.product());
    }
}
