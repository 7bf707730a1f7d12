package io.partnercompetencies.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All tables that are generated, filled side by side. */
final class Tables implements AutoCloseable {

    private final Database database;
    private final List<CopyTable> all = new ArrayList<>();

    final CopyTable organization;
    final CopyTable market;
    final CopyTable standing;
    final CopyTable user;
    final CopyTable login;
    final CopyTable account;
    final CopyTable start;
    final CopyTable association;
    final CopyTable achievement;
    final CopyTable credit;
    final CopyTable performance;

    Tables(Database database) throws SQLException {
        this.database = database;
        organization = table("organization", "id, mpn_id, name, country, market, created_at, version");
        market = table("organization_market", "organization_id, since, market");
        standing = table("standing", """
                organization_id, revision, counted_through, next_due_at, stale, catalogue_release, evaluated_at,
                pending, snapshot""");
        user = table("app_user", """
                organization_id, id, user_name, first_name, last_name, display_name, email, roles, status, created_at,
                left_at, version""");
        login = table("login", """
                user_name, organization_id, user_id, roles, password_hash, must_change, disabled_at, created_at""");
        account = table("microsoft_account", "id, email, holder_organization_id, holder_user_id");
        start = table("association_start", "account_id, kind, started_at");
        association = table("association", """
                organization_id, id, user_id, account_id, kind, associated_at, counts_from, moved, ended_at, end_cause""");
        achievement = table("achievement", """
                account_id, id, type, credential, achieved_at, expires_at, recorded_at, revoked_at""");
        credit = table("credit", """
                organization_id, association_id, achievement_id, user_id, account_id, type, credential, fits,
                achieved_at, counts_from, known_from, expires_at, revoked_at, ended_at, end_cause""");
        performance = table("performance_record", """
                organization_id, id, customer_id, metric, product, association, period, trial, location_mpn_id, value,
                recorded_at""");
    }

    private CopyTable table(String name, String columns) throws SQLException {
        var table = new CopyTable(database, name, columns);
        all.add(table);
        return table;
    }

    void finish() throws SQLException {
        for (var table : all) {
            table.finish();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var table : all) {
            table.close();
        }
    }
}
