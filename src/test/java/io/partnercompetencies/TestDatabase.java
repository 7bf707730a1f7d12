package io.partnercompetencies;

import io.partnercompetencies.launch.Archive;
import io.partnercompetencies.launch.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Map;

/**
 * The real PostgreSQL under every {@code @QuarkusTest}, which need not name it: one server and one fresh database for
 * the whole run. With COMPETENCIES_DATABASE_URL in the environment the tests use that database instead.
 */
@QuarkusTestResource(TestDatabase.class)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "run_" + ProcessHandle.current().pid();

    /** The server of all tests, which may also make databases of their own in it. */
    public static EmbeddedDatabase server() {
        return new EmbeddedDatabase(
                Path.of("target", "test-database").toAbsolutePath(),
                Archive.packaged(),
                Map.of(
                        "shared_preload_libraries",
                        "pg_stat_statements",
                        // Nobody needs these rows after a power cut; what outlives one is tested on other servers.
                        "fsync",
                        "off",
                        "synchronous_commit",
                        "off"));
    }

    /** Into the tests' database, to count statements or to cut connections. */
    public static Connection connectAsSuperuser() throws IOException, SQLException {
        return isExternal()
                ? DriverManager.getConnection(
                        "jdbc:" + System.getenv("COMPETENCIES_DATABASE_URL"),
                        System.getenv("COMPETENCIES_DATABASE_USERNAME"),
                        System.getenv("COMPETENCIES_DATABASE_PASSWORD"))
                : server().connectAsSuperuser(DATABASE);
    }

    @Override
    public Map<String, String> start() {
        try {
            if (isExternal()) {
                return Map.of();
            }
            var access = server().join(DATABASE);
            prepare();
            return access.properties();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no database for the tests", e);
        }
    }

    private static boolean isExternal() {
        return System.getenv("COMPETENCIES_DATABASE_URL") != null;
    }

    private static void prepare() throws SQLException, IOException {
        try (var superuser = connectAsSuperuser();
                var statement = superuser.createStatement()) {
            // Not in the schema that Flyway expects to find empty.
            statement.execute("create schema if not exists statistics");
            statement.execute("create extension if not exists pg_stat_statements schema statistics");
            statement.execute("alter role postgres set search_path = public, statistics");
            var left = new ArrayList<String>();
            var databases = statement.executeQuery("""
                    select datname from pg_database
                    where datname ~ '^(run|migrations|fence|large)_[0-9]+$'
                      and datname not in (select datname from pg_stat_activity where datname is not null)""");
            while (databases.next()) {
                left.add(databases.getString(1));
            }
            for (var database : left) {
                dropOfEarlierRun(database, statement);
            }
        }
    }

    /** Unless its run goes on: the name tells the process. */
    private static void dropOfEarlierRun(String database, Statement statement) throws SQLException {
        long run = Long.parseLong(database.replaceFirst("\\D+", ""));
        if (ProcessHandle.of(run).isEmpty()) {
            statement.execute("drop database if exists " + database);
        }
    }

    @Override
    public void stop() {}
}
