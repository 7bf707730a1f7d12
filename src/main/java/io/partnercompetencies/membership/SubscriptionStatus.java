package io.partnercompetencies.membership;

/** How a subscription ended, or that it runs; only {@code ACTIVE} and {@code GRACE} run. */
public enum SubscriptionStatus {
    ACTIVE,
    GRACE,
    EXPIRED,
    RENEWED,
    UPGRADED,
    MERGED;

    boolean runs() {
        return this == ACTIVE || this == GRACE;
    }
}
