package io.partnercompetencies.performance;

import io.partnercompetencies.rules.Months;
import io.partnercompetencies.rules.PerformanceReading;
import io.partnercompetencies.rules.PerformanceReading.LeftOut;
import io.partnercompetencies.rules.PerformanceReading.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the records of one metric amount to, as a whole and by location.
 *
 * @param window null where no clause looks at the metric
 */
record PerformanceReadingView(
        String metric, BigDecimal total, Months window, List<LeftOut> leftOut, List<LocationShare> locations) {

    /**
     * @param locationMpnId null for records that name no location
     * @param name null for a location that the organisation does not know
     */
    record LocationShare(String locationMpnId, String name, BigDecimal total, List<LeftOut> leftOut) {}

    /** @param names of locations, by MPN id */
    static PerformanceReadingView of(PerformanceReading reading, Map<String, String> names) {
        return new PerformanceReadingView(
                reading.metric(),
                reading.total(),
                reading.window(),
                reading.leftOut(),
                reading.shares().stream().map(share -> share(share, names)).toList());
    }

    private static LocationShare share(Share share, Map<String, String> names) {
        return new LocationShare(
                share.location(),
                share.location() == null ? null : names.get(share.location()),
                share.total(),
                share.leftOut());
    }
}
