package io.partnercompetencies.access;

/** What becomes of a call before anything is looked up. */
enum Verdict {
    ALLOWED,
    /** The role is not enough; said whether or not the object exists. */
    FORBIDDEN,
    /** The role would do, in another organisation: as if the object were missing. */
    NOT_FOUND
}
