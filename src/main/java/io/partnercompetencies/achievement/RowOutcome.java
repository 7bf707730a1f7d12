package io.partnercompetencies.achievement;

/** What became of a row of an import. */
enum RowOutcome {
    CREATED,
    EXISTS,
    FAILED
}
