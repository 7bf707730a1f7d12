package io.partnercompetencies;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The real PostgreSQL that the tests run on: one server for the whole run. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
            }
            return Map.of(
                    "competencies.database.url", "postgresql://localhost:" + server.getPort() + "/postgres",
                    "competencies.database.username", "postgres",
                    "competencies.database.password", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
