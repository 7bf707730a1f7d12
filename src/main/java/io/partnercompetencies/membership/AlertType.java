package io.partnercompetencies.membership;

enum AlertType {
    /** A held level is not met (M6). */
    RENEWAL_AT_RISK,
    /** The anniversary is near, or has passed (M7). */
    RENEWAL_REMINDER
}
