package io.partnercompetencies.rules;

/** Over which months a performance clause sums (R6). */
public enum Span {
    /** The newest month, not after the instant's, for which the organisation has any record of the metric. */
    LATEST_MONTH,
    /** The calendar month of the instant and the eleven before it. */
    TWELVE_MONTHS
}
