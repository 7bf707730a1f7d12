package io.partnercompetencies.achievement;

import io.vertx.sqlclient.Row;
import java.util.UUID;

/**
 * A part of an import whose turn it is, locked by the running transaction.
 *
 * @param doneHash and {@code doneRow}: up to where it is done, in the order of hash and row
 * @param attempts how often the next rows have failed
 */
record ImportTurn(UUID importId, int part, int toHash, int doneHash, int doneRow, int attempts) {

    /** So many times fewer rows are taken after each failure, until the row that is to blame is alone. */
    private static final int FEWER = 10;

    static ImportTurn of(Row row) {
        return new ImportTurn(
                row.getUUID("import_id"),
                row.getInteger("number"),
                row.getInteger("to_hash"),
                row.getInteger("done_hash"),
                row.getInteger("done_row"),
                row.getInteger("attempts"));
    }

    int mostRows(int batchSize) {
        return (int) Math.max(1, batchSize / Math.pow(FEWER, attempts));
    }

    /** @param toHash and {@code toRow}: the last row found */
    ReportSlice slice(int toHash, int toRow, boolean isLast) {
        return new ReportSlice(importId, part, doneHash, doneRow, toHash, toRow, isLast);
    }
}
