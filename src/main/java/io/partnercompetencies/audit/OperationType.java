package io.partnercompetencies.audit;

/** What was done. */
public enum OperationType {
    CREATE,
    UPDATE,
    DELETE,
    LINK,
    UNLINK,
    IMPORT,
    RESET_PASSWORD,
    CHANGE_PASSWORD,
    ERASE,
    MERGE
}
