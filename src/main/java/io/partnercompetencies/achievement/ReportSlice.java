package io.partnercompetencies.achievement;

import java.util.UUID;

/**
 * Rows of one part, in the order of hash and row: those after the first place, up to the last one.
 *
 * @param isLast whether the part has no more
 */
record ReportSlice(UUID importId, int part, int afterHash, int afterRow, int toHash, int toRow, boolean isLast) {}
