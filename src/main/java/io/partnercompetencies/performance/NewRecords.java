package io.partnercompetencies.performance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Up to 10,000 figures of customers. */
@Schema(name = "PerformanceRecords")
public record NewRecords(
        @NotNull(message = "records is missing.")
        @Size(max = 10_000, message = "at most 10,000 records can be sent at once.")
        List<NewRecord> records) {

    /**
     * One figure of one customer in one month.
     *
     * @param product the product or workload; may be left out where no clause on the metric names any
     * @param association the kind of association with the customer; likewise
     * @param period the month, such as 2026-10
     * @param trial whether the seats are a trial's, which never count
     */
    @Schema(
            name = "PerformanceRecord",
            requiredProperties = {"customerId", "metric", "period", "value"})
    public record NewRecord(
            String customerId,
            String metric,
            String product,
            String association,
            @Schema(implementation = YearMonth.class) String period,
            BigDecimal value,
            Boolean trial,
            String locationMpnId) {}
}
