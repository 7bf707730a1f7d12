package io.partnercompetencies.user;

/**
 * One row of a file of employees, from 1.
 *
 * @param email null where the row has none that could be one
 * @param wanted null when there is an error
 * @param error what is wrong, by column; null for a row that is fine
 */
record ImportedRow(int row, String email, NewUser wanted, String error) {

    static ImportedRow fine(int row, NewUser wanted) {
        return new ImportedRow(row, wanted.email(), wanted, null);
    }

    static ImportedRow faulty(int row, String email, String error) {
        return new ImportedRow(row, email, null, error);
    }

    boolean isFine() {
        return error == null;
    }
}
