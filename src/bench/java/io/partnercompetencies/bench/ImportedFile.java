package io.partnercompetencies.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.postgresql.PGConnection;

/**
 * A file of achievements that nobody knows yet, of accounts that somebody has, in an order that has nothing to do with
 * the database's; and the rows that come of it, in the order of the file.
 */
record ImportedFile(Path reports, Path achievements, Path credits, int rows) {

    private static final int EACH = 10;

    private static final String ACHIEVEMENTS = """
            select account_id, id, type, credential, achieved_at, expires_at, source, recorded_at, revoked_at
            from achievement where source = 'bench'""";

    private static final String CREDITS = """
            select organization_id, association_id, achievement_id, user_id, account_id, type, credential, fits,
                   achieved_at, counts_from, known_from, expires_at, revoked_at, ended_at, end_cause
            from credit where achievement_id in (select id from achievement where source = 'bench')""";

    /** Ten exams of each of half as many accounts as there are users. */
    static ImportedFile of(Database database, int users, Instant origin) throws IOException, SQLException {
        var folder = Files.createDirectories(Bench.FOLDER.resolve("import"));
        var file = new ImportedFile(
                folder.resolve("reports.csv"),
                folder.resolve("achievements.csv"),
                folder.resolve("credits.csv"),
                users / 2 * EACH);
        database.change("create unlogged table if not exists bench_account (email text)");
        database.change("truncate bench_account");
        database.change("""
                insert into bench_account select m.email from microsoft_account m
                where m.holder_user_id is not null and exists (
                  select from association a where a.organization_id = m.holder_organization_id
                    and a.account_id = m.id and a.kind = 'LEARN' and a.ended_at is null)
                order by md5(m.email) limit ?""", users / 2);
        write(database, file.reports(), """
                select email as account, 'EXAM' as type, '70-' || 300 + n as credential,
                  to_char(timestamptz '%s' at time zone 'UTC' + n * interval '1 second',
                          'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "achievedAt",
                  '' as "expiresAt", 'bench' as source
                from bench_account, generate_series(1, %d) n order by md5(email || n)""".formatted(origin.minus(1, ChronoUnit.DAYS), EACH));
        database.change("drop table bench_account");
        return file;
    }

    /** Keeps what the service has made of the reports. */
    void keep(Database database) throws IOException, SQLException {
        count(database);
        write(database, achievements, ACHIEVEMENTS + " order by id");
        write(database, credits, CREDITS + " order by achievement_id, association_id");
    }

    /** Stores the same rows without the service. */
    void copyInto(Database database) throws IOException, SQLException {
        try (var connection = database.connect()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var rows = Files.newInputStream(achievements)) {
                copy.copyIn("""
                        copy achievement (account_id, id, type, credential, achieved_at, expires_at, source,
                          recorded_at, revoked_at) from stdin csv header""", rows);
            }
            try (var rows = Files.newInputStream(credits)) {
                copy.copyIn("""
                        copy credit (organization_id, association_id, achievement_id, user_id, account_id, type,
                          credential, fits, achieved_at, counts_from, known_from, expires_at, revoked_at, ended_at,
                          end_cause) from stdin csv header""", rows);
            }
        }
    }

    /** How many rows there are, and a sum over what they say that depends on no time of recording. */
    static String stored(Database database) throws SQLException {
        count(database);
        return database.text("""
                select count(*) || ' achievements, ' || sum(hashtext(concat(a.account_id, a.credential, a.achieved_at)))
                  || ', ' || (select count(*) || ' credits, '
                    || sum(hashtext(concat(c.organization_id, c.association_id, c.credential, c.fits, c.counts_from)))
                    from credit c where c.achievement_id in (select id from achievement where source = 'bench'))
                from achievement a where a.source = 'bench'""");
    }

    /** What has just been stored is no part of the planner's statistics. */
    private static void count(Database database) throws SQLException {
        database.change("analyze achievement, credit");
    }

    private static void write(Database database, Path file, String query) throws IOException, SQLException {
        try (var connection = database.connect();
                var out = Files.newOutputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout csv header", out);
        }
    }
}
