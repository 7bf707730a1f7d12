package io.partnercompetencies.account;

import io.partnercompetencies.rules.Cause;

/** Why an association ended. */
public enum EndCause {
    UNLINKED,
    MOVED,
    USER_LEFT;

    public Cause asCause() {
        return this == USER_LEFT ? Cause.USER_LEFT : Cause.ASSOCIATION_ENDED;
    }
}
