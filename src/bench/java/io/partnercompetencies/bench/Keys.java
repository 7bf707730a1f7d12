package io.partnercompetencies.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Keys and indexes of all tables: taken away while these are filled, and made again as they were. */
final class Keys {

    private static final int AT_ONCE = 3;

    private static final String MEMORY = "set maintenance_work_mem = '512MB'";

    private static final String FOREIGN = """
            select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
            where connamespace = 'public'::regnamespace and contype = 'f' order by 1, 2""";

    private static final String OWN = """
            select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
            where connamespace = 'public'::regnamespace and contype in ('p', 'u')
              and conrelid <> 'flyway_schema_history'::regclass order by 1, 2""";

    private static final String INDEXES = """
            select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
            join pg_class on pg_class.oid = indexrelid
            where relnamespace = 'public'::regnamespace and indrelid <> 'flyway_schema_history'::regclass
              and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
            order by 1, 2""";

    private record Found(String table, String name, String definition) {

        String constraint() {
            return "alter table " + table + " add constraint " + name + " " + definition;
        }

        String dropped() {
            return "alter table " + table + " drop constraint " + name;
        }
    }

    private final Database database;
    private final List<Found> foreign;
    private final List<Found> own;
    private final List<Found> indexes;

    private Keys(Database database, List<Found> foreign, List<Found> own, List<Found> indexes) {
        this.database = database;
        this.foreign = foreign;
        this.own = own;
        this.indexes = indexes;
    }

    static Keys take(Database database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var keys = new Keys(database, find(connection, FOREIGN), find(connection, OWN), find(connection, INDEXES));
            for (var key : keys.foreign) {
                statement.execute(key.dropped());
            }
            for (var key : keys.own) {
                statement.execute(key.dropped());
            }
            for (var index : keys.indexes) {
                statement.execute("drop index " + index.name());
            }
            return keys;
        }
    }

    private static List<Found> find(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<Found>();
            while (rows.next()) {
                found.add(new Found(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return found;
        }
    }

    /** Each table's one after another, several tables at once; foreign keys at the end. */
    void giveBack() throws SQLException, InterruptedException {
        Map<String, List<String>> byTable = new LinkedHashMap<>();
        own.forEach(key ->
                byTable.computeIfAbsent(key.table(), none -> new ArrayList<>()).add(key.constraint()));
        indexes.forEach(index -> byTable.computeIfAbsent(index.table(), none -> new ArrayList<>())
                .add(index.definition()));
        inParallel(byTable.values().stream()
                .<Callable<Void>>map(statements -> () -> run(statements))
                .toList());
        run(foreign.stream().map(Found::constraint).toList());
    }

    private Void run(List<String> statements) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(MEMORY);
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
        return null;
    }

    private static void inParallel(List<Callable<Void>> work) throws SQLException, InterruptedException {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> one : threads.invokeAll(work)) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
