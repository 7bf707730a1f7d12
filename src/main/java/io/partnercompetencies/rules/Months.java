package io.partnercompetencies.rules;

import java.time.YearMonth;

/** A window of whole months, both ends inclusive. */
public record Months(YearMonth from, YearMonth to) {

    static Months twelveUpTo(YearMonth last) {
        return new Months(last.minusMonths(11), last);
    }

    boolean contains(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    Months and(Months other) {
        return new Months(other.from.isBefore(from) ? other.from : from, other.to.isAfter(to) ? other.to : to);
    }
}
