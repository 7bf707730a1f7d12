package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercompetencies.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Every migration, on the PostgreSQL the package brings along and on the oldest one that is supported. */
class MigrationTest {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String DATABASE =
            "migrations_" + ProcessHandle.current().pid();

    @Test
    void on_the_embedded_version() throws Exception {
        assertMigrates(18, TestDatabase.server());
    }

    @Test
    void on_the_oldest_version() throws Exception {
        assertMigrates(15, new EmbeddedDatabase(TARGET.resolve("oldest-database"), oldest(), Map.of()));
    }

    private static Archive oldest() {
        var jar = Path.of(System.getProperty("oldest.postgres")).toUri();
        return () -> URI.create("jar:" + jar + "!/" + Archive.name()).toURL().openStream();
    }

    private static void assertMigrates(int version, EmbeddedDatabase server) throws IOException, SQLException {
        var access = server.join(DATABASE);
        var flyway = Flyway.configure()
                .dataSource(
                        "jdbc:" + access.url(),
                        access.owner().name(),
                        access.owner().password())
                .placeholders(Map.of("service", access.service().name()))
                .load();

        assertThat(flyway.migrate().migrations).isNotEmpty();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.migrate().migrations).isEmpty();

        try (var service = Jdbc.connect(access.url(), access.service());
                var statement = service.createStatement()) {
            assertThat(service.getMetaData().getDatabaseMajorVersion()).isEqualTo(version);
            var tables = statement.executeQuery("""
                    select count(*), count(*) filter (where has_table_privilege(oid, 'select, insert, update, delete')),
                           count(*) filter (where pg_get_userbyid(relowner) = current_user)
                    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                     and relname not in ('flyway_schema_history', 'audit_record')""");
            tables.next();
            assertThat(tables.getInt(1)).isPositive().isEqualTo(tables.getInt(2));
            assertThat(tables.getInt(3)).isZero();
            assertThatThrownBy(() -> statement.execute("create table mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }
}
