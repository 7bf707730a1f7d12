package io.partnercompetencies.rules;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The {@link Twin}'s look at the figures of one clause (R6). */
final class TwinFigures {

    private final Facts facts;
    private final Requirement.Performance clause;
    /** Newest first. */
    private final List<YearMonth> months = new ArrayList<>();

    TwinFigures(Facts facts, Moment moment, Requirement.Performance clause) {
        this.facts = facts;
        this.clause = clause;
        var at = moment.at().atOffset(ZoneOffset.UTC);
        var present = YearMonth.of(at.getYear(), at.getMonth());
        if (clause.window() == Span.TWELVE_MONTHS) {
            for (int ago = 0; ago < 12; ago++) {
                months.add(present.minusMonths(ago));
            }
        } else {
            facts.figures().stream()
                    .filter(figure -> figure.metric().equals(clause.metric()))
                    .map(Figure::period)
                    .filter(month -> month.compareTo(present) <= 0)
                    .max(YearMonth::compareTo)
                    .ifPresent(months::add);
        }
    }

    Fraction sum() {
        var sum = Fraction.ZERO;
        for (var figure : facts.figures()) {
            boolean isAccepted =
                    clause.associations().isEmpty() || clause.associations().contains(figure.association());
            boolean isOfProduct =
                    clause.products().isEmpty() || clause.products().contains(figure.product());
            if (figure.metric().equals(clause.metric())
                    && !figure.trial()
                    && isAccepted
                    && isOfProduct
                    && months.contains(figure.period())) {
                sum = sum.plus(Fraction.of(figure.value()));
            }
        }
        return sum;
    }

    Fraction threshold() {
        var threshold = clause.thresholds().get(facts.market());
        return threshold == null ? null : Fraction.of(threshold);
    }

    /** The sum that reaches the threshold, and whose mean of the months reaches the average. */
    Fraction required() {
        var threshold = threshold();
        if (threshold == null || clause.averagePerMonth() == null) {
            return threshold;
        }
        int length = clause.window() == Span.TWELVE_MONTHS ? 12 : 1;
        return threshold.orAtLeast(Fraction.of(clause.averagePerMonth()).times(Fraction.of(length)));
    }

    Months window() {
        return months.isEmpty() ? null : new Months(months.get(months.size() - 1), months.get(0));
    }
}
