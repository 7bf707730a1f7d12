package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Laws.CLOUD_PRODUCTIVITY;
import static io.partnercompetencies.rules.Partner.MONTH;
import static io.partnercompetencies.rules.Partner.NOW;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.PerformanceReading.LeftOut;
import io.partnercompetencies.rules.PerformanceReading.Reason;
import io.partnercompetencies.rules.PerformanceReading.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PerformanceReadingTest {

    private static final String METRIC = "active-entitlements";

    private static PerformanceReading read(Partner partner, CompetencyLaw... laws) {
        var located = partner.figures().stream()
                .map(figure -> new LocatedFigure(null, figure))
                .toList();
        var readings = PerformanceReading.of(located, List.of(laws), Moment.settled(NOW));
        assertThat(readings).hasSize(1);
        return readings.get(0);
    }

    private static LeftOut leftOut(Reason reason, int value, int records) {
        return new LeftOut(reason, BigDecimal.valueOf(value), records);
    }

    @Test
    void what_a_clause_accepts_is_the_total_and_the_rest_is_left_out_by_reason() {
        var partner = inDeveloped()
                .entitlements(2000)
                .figure(METRIC, "yammer", "partner-of-record", MONTH, true, 1)
                .figure(METRIC, "intune", "partner-of-record", MONTH, false, 2)
                .figure(METRIC, "intune", "delegated-admin", MONTH, false, 3)
                .figure(METRIC, "intune", "delegated-admin", MONTH.minusMonths(1), false, 4)
                .figure(METRIC, "yammer", "delegated-admin", MONTH.minusMonths(1), false, 5);

        var reading = read(partner, CLOUD_PRODUCTIVITY);
        assertThat(reading.total()).hasToString("2000");
        assertThat(reading.window()).isEqualTo(new Months(MONTH, MONTH));
        assertThat(reading.leftOut())
                .containsExactly(
                        leftOut(Reason.TRIAL, 1, 1),
                        leftOut(Reason.ASSOCIATION_NOT_ACCEPTED, 2, 1),
                        leftOut(Reason.PRODUCT_NOT_ACCEPTED, 7, 2),
                        leftOut(Reason.OUTSIDE_WINDOW, 5, 1));
    }

    @Test
    void one_clause_that_accepts_a_record_is_enough() {
        var yearly = Laws.silver(
                new Requirement.Performance(METRIC, Map.of(), Set.of("intune"), Set.of(), Span.TWELVE_MONTHS, null));
        var partner = inDeveloped()
                .entitlements(10)
                .figure(METRIC, "intune", "partner-of-record", MONTH.minusMonths(11), false, 5);

        var reading = read(partner, CLOUD_PRODUCTIVITY, yearly);
        assertThat(reading.total()).hasToString("15");
        assertThat(reading.leftOut()).isEmpty();
        assertThat(reading.window()).isEqualTo(new Months(MONTH.minusMonths(11), MONTH));
    }

    @Test
    void a_metric_that_nobody_asks_for_has_no_total_and_no_window() {
        var reading = read(inDeveloped().entitlements(10));

        assertThat(reading.total()).hasToString("0");
        assertThat(reading.window()).isNull();
        assertThat(reading.leftOut()).containsExactly(leftOut(Reason.ASSOCIATION_NOT_ACCEPTED, 10, 1));
    }

    @Test
    void the_newest_month_is_the_companys_and_not_the_locations() {
        var figures = inDeveloped()
                .entitlements(2000)
                .figure(METRIC, "yammer", "delegated-admin", MONTH.minusMonths(1), false, 5)
                .figures();
        var located = List.of(new LocatedFigure("Bilbao", figures.get(0)), new LocatedFigure("Turin", figures.get(1)));

        var reading = PerformanceReading.of(located, List.of(CLOUD_PRODUCTIVITY), Moment.settled(NOW))
                .get(0);
        assertThat(reading.shares())
                .containsExactly(
                        new Share("Bilbao", BigDecimal.valueOf(2000), List.of()),
                        new Share("Turin", BigDecimal.ZERO, List.of(leftOut(Reason.OUTSIDE_WINDOW, 5, 1))));
    }
}
