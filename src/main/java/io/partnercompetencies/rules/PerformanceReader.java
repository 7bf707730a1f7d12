package io.partnercompetencies.rules;

import io.partnercompetencies.rules.PerformanceReading.LeftOut;
import io.partnercompetencies.rules.PerformanceReading.Reason;
import io.partnercompetencies.rules.Requirement.Performance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;

/** Sorts the records of an organisation into what some clause counts and what none does. */
final class PerformanceReader {

    private final Figures figures;
    private final List<Performance> clauses = new ArrayList<>();
    private final TreeSet<String> metrics = new TreeSet<>();

    PerformanceReader(List<Figure> figures, List<CompetencyLaw> laws, Moment moment) {
        this.figures = new Figures(figures, moment.month());
        figures.forEach(figure -> metrics.add(figure.metric()));
        for (var law : laws) {
            for (var option : law.options()) {
                option.levels().values().forEach(requirement -> requirement.forEach(this::collect));
            }
        }
    }

    private void collect(Requirement node) {
        if (node instanceof Performance clause) {
            clauses.add(clause);
        }
    }

    List<PerformanceReading> read() {
        return metrics.stream().map(this::read).toList();
    }

    private PerformanceReading read(String metric) {
        var asking = clauses.stream()
                .filter(clause -> clause.metric().equals(metric))
                .distinct()
                .toList();
        var total = BigDecimal.ZERO;
        var leftOut = new EnumMap<Reason, LeftOut>(Reason.class);
        for (var figure : figures.of(metric)) {
            var reason = reasonToLeaveOut(figure, asking);
            if (reason == null) {
                total = total.add(figure.value());
            } else {
                leftOut.merge(reason, new LeftOut(reason, figure.value(), figure.records()), PerformanceReader::add);
            }
        }
        return new PerformanceReading(
                metric,
                Numbers.plain(total),
                window(asking),
                leftOut.values().stream()
                        .map(one -> new LeftOut(one.reason(), Numbers.plain(one.value()), one.records()))
                        .toList());
    }

    private Reason reasonToLeaveOut(Figure figure, List<Performance> asking) {
        if (figure.trial()) {
            return Reason.TRIAL;
        }
        boolean association = false;
        boolean product = false;
        for (var clause : asking) {
            if (Figures.acceptsAssociation(clause, figure)) {
                association = true;
                if (Figures.acceptsProduct(clause, figure)) {
                    product = true;
                    var window = figures.window(clause);
                    if (window != null && window.contains(figure.period())) {
                        return null;
                    }
                }
            }
        }
        return !association
                ? Reason.ASSOCIATION_NOT_ACCEPTED
                : product ? Reason.OUTSIDE_WINDOW : Reason.PRODUCT_NOT_ACCEPTED;
    }

    private Months window(List<Performance> asking) {
        Months all = null;
        for (var clause : asking) {
            var window = figures.window(clause);
            if (window != null) {
                all = all == null ? window : all.and(window);
            }
        }
        return all;
    }

    private static LeftOut add(LeftOut one, LeftOut other) {
        return new LeftOut(one.reason(), one.value().add(other.value()), one.records() + other.records());
    }
}
