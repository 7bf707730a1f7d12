package io.partnercompetencies.performance;

import io.partnercompetencies.catalogue.Catalogue;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether a figure can be taken, and in which form. */
@Singleton
class RecordCheck {

    private static final int DECIMALS = 4;
    private static final BigDecimal LARGEST = new BigDecimal("99999999999999");
    private static final YearMonth EARLIEST = YearMonth.of(1990, 1);
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,100}");

    private final Catalogue catalogue;

    RecordCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Why a record is left out, as a sentence for the sender. */
    static final class Rejected extends Exception {
        private Rejected(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** @param current the newest month that can have figures */
    PerformanceRecord read(NewRecords.NewRecord sent, YearMonth current) throws Rejected {
        if (sent == null) {
            throw new Rejected("The record is null.");
        }
        var metric = known("metric", sent.metric(), catalogue.metrics());
        return new PerformanceRecord(
                new PerformanceRecord.Key(
                        text("customerId", sent.customerId()),
                        metric,
                        named("product", sent.product(), catalogue.products(), catalogue::namesProducts, metric),
                        named(
                                "association",
                                sent.association(),
                                catalogue.associations(),
                                catalogue::namesAssociations,
                                metric),
                        period(sent.period(), current),
                        Boolean.TRUE.equals(sent.trial()),
                        sent.locationMpnId() == null ? "" : text("locationMpnId", sent.locationMpnId())),
                value(sent.value()));
    }

    private static String text(String member, String value) throws Rejected {
        if (value == null || value.isBlank() || !TEXT.matcher(value).matches()) {
            throw new Rejected(member + " must be 1 to 100 characters without control characters.");
        }
        return value;
    }

    private static String known(String member, String code, Set<String> codes) throws Rejected {
        if (code == null || !codes.contains(code)) {
            throw new Rejected(member + " must be one of "
                    + String.join(", ", codes.stream().sorted().toList()) + ".");
        }
        return code;
    }

    /** A code that may be left out where no clause on the metric names any. */
    private static String named(String member, String code, Set<String> codes, Predicate<String> isNamed, String metric)
            throws Rejected {
        return code == null && !isNamed.test(metric) ? "" : known(member, code, codes);
    }

    private static YearMonth period(String period, YearMonth current) throws Rejected {
        var month = month(period);
        if (month.isAfter(current)) {
            throw new Rejected("period lies after the current month, " + current + ".");
        }
        if (month.isBefore(EARLIEST)) {
            throw new Rejected("period lies before " + EARLIEST + ".");
        }
        return month;
    }

    private static YearMonth month(String period) throws Rejected {
        try {
            return YearMonth.parse(String.valueOf(period));
        } catch (DateTimeParseException e) {
            throw new Rejected("period must be a month such as 2026-10.");
        }
    }

    private static BigDecimal value(BigDecimal value) throws Rejected {
        if (value == null) {
            throw new Rejected("value is missing.");
        }
        if (value.abs().compareTo(LARGEST) > 0) {
            throw new Rejected("value is larger than " + LARGEST.toPlainString() + ".");
        }
        if (value.stripTrailingZeros().scale() > DECIMALS) {
            throw new Rejected("value has more than " + DECIMALS + " decimals.");
        }
        return value;
    }
}
