package io.partnercompetencies.account;

import io.partnercompetencies.rules.Cause;

/** Why an association ended. */
public enum EndCause {
    UNLINKED,
    MOVED,
    USER_LEFT,
    /** It goes on in the organisation that this one became part of. */
    MERGED;

    public Cause asCause() {
        return this == USER_LEFT ? Cause.USER_LEFT : Cause.ASSOCIATION_ENDED;
    }
}
