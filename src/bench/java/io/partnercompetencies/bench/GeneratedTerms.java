package io.partnercompetencies.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Memberships of some of those that meet a level, bought within the last eleven months. */
final class GeneratedTerms {

    private static final long SEED = 7;
    private static final int BUYERS_IN_TEN = 4;

    private static final String INSERT = """
            insert into subscription
              (organization_id, id, level, status, starts_on, expires_on, renewal_days, bought_at, version)
            values (?, ?, ?, 'ACTIVE', ?, ?, 30, ?::timestamptz, 0)""";

    private record Eligible(UUID organizationId, boolean gold) {}

    private final Database database;
    private final Instant origin;

    GeneratedTerms(Database database, Instant origin) {
        this.database = database;
        this.origin = origin;
    }

    /** @param now when the organisations are due, so that a pass writes what they hold by it */
    void sell(Instant now) throws SQLException {
        var random = new SplittableRandom(SEED);
        try (var connection = database.connect();
                var insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (var company : eligible()) {
                if (random.nextInt(10) < BUYERS_IN_TEN) {
                    var boughtAt = Random7.between(origin.minus(Duration.ofDays(330)), origin, random);
                    var startsOn = LocalDate.ofInstant(boughtAt, ZoneOffset.UTC);
                    insert.setObject(1, company.organizationId());
                    insert.setObject(2, Random7.id(boughtAt, random));
                    insert.setString(3, company.gold() && random.nextBoolean() ? "GOLD" : "SILVER");
                    insert.setObject(4, startsOn);
                    insert.setObject(5, startsOn.plusYears(1));
                    insert.setString(6, boughtAt.toString());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
        database.change("""
                update standing set next_due_at = ?::timestamptz, stale = true, revision = revision + 1
                where organization_id in (select organization_id from subscription)""", now.toString());
    }

    private List<Eligible> eligible() throws SQLException {
        var eligible = new ArrayList<Eligible>();
        try (var connection = database.connect();
                var statement = Database.statement(connection, """
                        select organization_id, bool_or(level = 'GOLD') from level_history
                        where met group by organization_id having bool_or(level = 'SILVER') order by organization_id""");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                eligible.add(new Eligible(rows.getObject(1, UUID.class), rows.getBoolean(2)));
            }
        }
        return eligible;
    }
}
