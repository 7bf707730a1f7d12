package io.partnercompetencies.rules;

import io.partnercompetencies.rules.PerformanceReading.Reason;
import io.partnercompetencies.rules.PerformanceReading.Share;
import io.partnercompetencies.rules.Requirement.Performance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sorts the records of an organisation into what some clause counts and what none does. Which months count, the
 * records of all locations decide together.
 */
final class PerformanceReader {

    private static final Comparator<String> NO_LOCATION_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private final Figures figures;
    private final List<Performance> clauses = new ArrayList<>();
    private final Map<String, List<LocatedFigure>> byMetric;

    PerformanceReader(List<LocatedFigure> located, List<CompetencyLaw> laws, Moment moment) {
        this.figures = new Figures(located.stream().map(LocatedFigure::figure).toList(), moment.month());
        this.byMetric = located.stream()
                .collect(Collectors.groupingBy(one -> one.figure().metric(), TreeMap::new, Collectors.toList()));
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
        return byMetric.entrySet().stream()
                .map(metric -> read(metric.getKey(), metric.getValue()))
                .toList();
    }

    private PerformanceReading read(String metric, List<LocatedFigure> located) {
        var asking = clauses.stream()
                .filter(clause -> clause.metric().equals(metric))
                .distinct()
                .toList();
        var whole = new Tally();
        var shares = new TreeMap<String, Tally>(NO_LOCATION_FIRST);
        for (var one : located) {
            var reason = reasonToLeaveOut(one.figure(), asking);
            whole.add(one.figure(), reason);
            shares.computeIfAbsent(one.location(), location -> new Tally()).add(one.figure(), reason);
        }
        return new PerformanceReading(
                metric,
                whole.total(),
                window(asking),
                whole.leftOut(),
                shares.entrySet().stream()
                        .map(share -> new Share(
                                share.getKey(),
                                share.getValue().total(),
                                share.getValue().leftOut()))
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
}
