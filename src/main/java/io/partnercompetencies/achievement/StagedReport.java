package io.partnercompetencies.achievement;

import java.util.UUID;

/**
 * A row of a file.
 *
 * @param id of the achievement, should the row create one; null where the row is refused
 * @param report null where the row is refused
 * @param account and {@code credential}: what the log shows of them; null where it is nothing to be shown
 * @param error why the row is refused, as a sentence; null where it is not
 */
record StagedReport(
        int row, int hash, UUID id, NewAchievement report, String account, String credential, String error) {

    static StagedReport possible(int row, UUID id, NewAchievement report) {
        return new StagedReport(
                row, AccountHash.of(report.account()), id, report, report.account(), report.credential(), null);
    }

    static StagedReport refused(int row, String account, String credential, String error) {
        int hash = account == null ? 0 : AccountHash.of(account);
        return new StagedReport(row, hash, null, null, account, credential, error);
    }

    boolean isPossible() {
        return error == null;
    }
}
