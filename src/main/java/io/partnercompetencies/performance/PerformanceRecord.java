package io.partnercompetencies.performance;

import java.math.BigDecimal;
import java.time.YearMonth;

/** A figure of a customer that can be stored; what was left out is the empty text. */
record PerformanceRecord(Key key, BigDecimal value) {

    /** Everything but the value identifies a record. */
    record Key(
            String customerId,
            String metric,
            String product,
            String association,
            YearMonth period,
            boolean trial,
            String locationMpnId) {}
}
