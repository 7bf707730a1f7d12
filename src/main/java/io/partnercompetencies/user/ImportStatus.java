package io.partnercompetencies.user;

public enum ImportStatus {
    RUNNING,
    FINISHED,
    FINISHED_WITH_ERRORS,
    FAILED
}
