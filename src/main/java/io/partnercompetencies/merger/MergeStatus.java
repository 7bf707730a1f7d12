package io.partnercompetencies.merger;

enum MergeStatus {
    /** Nothing is changed yet; it happens all at once. */
    RUNNING,
    FINISHED,
    /** Nothing was changed. */
    FAILED
}
