package io.partnercompetencies.audit;

/** How it ended. What was refused or rolled back changed nothing and has no record. */
enum OperationStatus {
    SUCCEEDED
}
