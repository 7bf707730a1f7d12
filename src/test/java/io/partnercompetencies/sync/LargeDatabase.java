package io.partnercompetencies.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercompetencies.TestDatabase;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.NullValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;

/** A database of its own with rows in every table, to ask PostgreSQL how it would run a statement where there is much. */
final class LargeDatabase implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "large_" + ProcessHandle.current().pid();

    private final Connection connection;

    LargeDatabase(int organizations, Instant now) throws IOException, SQLException {
        var access = TestDatabase.server().join(NAME);
        Flyway.configure()
                .dataSource(
                        "jdbc:" + access.url(),
                        access.owner().name(),
                        access.owner().password())
                .placeholders(Map.of("service", access.service().name()))
                .load()
                .migrate();
        connection = TestDatabase.server().connectAsSuperuser(NAME);
        execute(rows().replace("${now}", now.toString()).replace("${organizations}", String.valueOf(organizations)));
        execute("vacuum analyze");
    }

    private static String rows() throws IOException {
        try (var text = LargeDatabase.class.getResourceAsStream("/large/rows.sql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** How many rows each table has, by PostgreSQL's own estimate. */
    Map<String, Long> tables() throws SQLException {
        var tables = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select relname, reltuples::bigint from pg_class
                        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace""")) {
            while (rows.next()) {
                tables.put(rows.getString(1), rows.getLong(2));
            }
        }
        return tables;
    }

    /** What PostgreSQL would do. */
    JsonNode plan(String sql, Tuple arguments) throws SQLException, IOException {
        return explain("format json", sql, arguments);
    }

    /** What PostgreSQL does, with the pages it touches; what the statement changes is undone. */
    JsonNode run(String sql, Tuple arguments) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            return explain("analyze, buffers, timing off, format json", sql, arguments);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private JsonNode explain(String how, String sql, Tuple arguments) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("deallocate all");
            statement.execute("prepare looked_at as " + sql);
            var rows = statement.executeQuery("explain (" + how + ") execute looked_at" + literals(arguments));
            rows.next();
            return JSON.readTree(rows.getString(1)).get(0).get("Plan");
        }
    }

    @FunctionalInterface
    interface Work {
        void run() throws SQLException, IOException;
    }

    /** Looks at statements as if the index had never been made. */
    void without(String index, Work work) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            execute("drop index " + index);
            work.run();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String literals(Tuple arguments) {
        return arguments == null || arguments.size() == 0
                ? ""
                : IntStream.range(0, arguments.size())
                        .mapToObj(i -> literal(arguments.getValue(i)))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(Object argument) {
        if (argument == null || argument instanceof NullValue) {
            return "null";
        }
        return argument instanceof Object[] elements
                ? quoted(Arrays.stream(elements).map(LargeDatabase::element).collect(Collectors.joining(",", "{", "}")))
                : quoted(argument.toString());
    }

    private static String element(Object element) {
        return element == null
                ? "null"
                : '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        try (var superuser = TestDatabase.server().connectAsSuperuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("drop database " + NAME + " with (force)");
        }
    }
}
