package io.partnercompetencies.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A generated database in which everything is evaluated and nothing is due. It is kept for later runs, and for copies:
 * whoever changes anything works on a copy.
 */
final class Dataset implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofHours(1);

    /** All but what the service knows of itself. */
    private static final String TENANTS = """
            select string_agg(quote_ident(relname), ', ') from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
              and relname not in ('flyway_schema_history', 'catalogue_release', 'sync_pass')""";

    private final Server server;
    private final Database database;
    private final int users;
    private final List<Database> copies = new ArrayList<>();

    private Dataset(Server server, Database database, int users) {
        this.server = server;
        this.database = database;
        this.users = users;
    }

    /** Somebody who can sign in, with {@link Service#PASSWORD}. */
    record Caller(String userName, UUID organizationId) {}

    static Dataset of(Server server, int users) throws IOException, SQLException, InterruptedException {
        var name = "bench_" + users;
        if (!server.has(name) || !Origin.isCurrent(server.database(name))) {
            server.drop(name);
            generate(server.database(name), users);
        }
        return new Dataset(server, server.database(name), users);
    }

    private static void generate(Database database, int users) throws IOException, SQLException, InterruptedException {
        long start = System.nanoTime();
        // Migrates the schema, numbers the catalogue's release, and hashes the password.
        Service.start(database, Map.of()).close();
        var origin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        fill(database, users, origin);
        database.change("analyze");
        report("generated", users, start);
        try (var service = Service.start(database, Map.of("COMPETENCIES_SYNC_EVERY", "1s"))) {
            evaluateAll(database, origin);
            report("evaluated", users, start);
            var sold = Instant.now();
            new GeneratedTerms(database, origin).sell(sold);
            evaluateAll(database, sold);
        }
        database.change("vacuum analyze");
        Origin.keep(database, origin);
        report("ready", users, start);
    }

    /** In the place of everything that is there but the administrator. */
    static void fill(Database database, int users, Instant origin) throws SQLException, InterruptedException {
        var hash = database.text("select password_hash from login where user_name = 'admin'");
        int release = (int) database.number("select max(number) from catalogue_release");
        database.change("truncate " + database.text(TENANTS));
        var keys = Keys.take(database);
        try (var tables = new Tables(database)) {
            tables.login.row("admin", null, null, "programme-admin", hash, false, null, origin);
            new Generator(tables, users, origin, hash).run(release);
            tables.finish();
        }
        keys.giveBack();
    }

    private static void evaluateAll(Database database, Instant until) throws SQLException, InterruptedException {
        try (var due = new DueProbe(database)) {
            due.awaitNone(until, PATIENCE);
        }
        long failed = database.number("select count(*) from standing where snapshot = ''");
        if (failed > 0) {
            throw new IllegalStateException(failed + " organizations could not be evaluated");
        }
    }

    private static void report(String what, int users, long start) {
        System.out.printf("%,d users %s after %d s%n", users, what, (System.nanoTime() - start) / 1_000_000_000L);
    }

    int users() {
        return users;
    }

    /** The time at which the generated data end. */
    Instant origin() throws SQLException {
        return Origin.of(database);
    }

    /** To work on, until the end of the run. Nobody may be connected to the original meanwhile. */
    Database copy(String name) throws IOException, SQLException {
        var copy = server.copy(database, database.name() + "_" + name);
        copies.add(copy);
        return copy;
    }

    /** People of different organisations, the first administrator of each. */
    List<Caller> callers(int count) throws SQLException {
        var callers = new ArrayList<Caller>();
        try (var connection = database.connect();
                var statement = Database.statement(connection, """
                        select user_name, organization_id from login
                        where roles like 'global-admin%' and not must_change and disabled_at is null
                        order by user_id limit ?""", count);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                callers.add(new Caller(rows.getString(1), rows.getObject(2, UUID.class)));
            }
        }
        return callers;
    }

    @Override
    public void close() throws IOException, SQLException {
        for (var copy : copies) {
            server.drop(copy.name());
        }
    }
}
