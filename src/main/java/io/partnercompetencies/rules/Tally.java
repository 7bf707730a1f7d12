package io.partnercompetencies.rules;

import io.partnercompetencies.rules.PerformanceReading.LeftOut;
import io.partnercompetencies.rules.PerformanceReading.Reason;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sums up figures that count, and by their reason those that do not. */
final class Tally {

    private final Map<Reason, LeftOut> leftOut = new EnumMap<>(Reason.class);
    private BigDecimal total = BigDecimal.ZERO;

    /** @param reason why the figure counts nowhere; null where it does */
    void add(Figure figure, Reason reason) {
        if (reason == null) {
            total = total.add(figure.value());
        } else {
            leftOut.merge(reason, new LeftOut(reason, figure.value(), figure.records()), Tally::sum);
        }
    }

    BigDecimal total() {
        return Numbers.plain(total);
    }

    List<LeftOut> leftOut() {
        return leftOut.values().stream()
                .map(one -> new LeftOut(one.reason(), Numbers.plain(one.value()), one.records()))
                .toList();
    }

    private static LeftOut sum(LeftOut one, LeftOut other) {
        return new LeftOut(one.reason(), one.value().add(other.value()), one.records() + other.records());
    }
}
