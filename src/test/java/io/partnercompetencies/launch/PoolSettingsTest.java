package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercompetencies.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** No wait for the database is without an end. */
@QuarkusTest
class PoolSettingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool pool;

    @Test
    void a_statement_a_lock_and_an_idle_transaction_end_by_themselves() {
        assertThat(text("select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout')"
                        + " || ' ' || current_setting('idle_in_transaction_session_timeout')"))
                .isEqualTo("20s 10s 3s");
        assertThat(text("select current_setting('application_name')")).isEqualTo("partner-competencies");
    }

    @Test
    void a_caller_waits_a_few_seconds_for_a_connection_and_is_then_told() {
        var taken = new ArrayList<SqlConnection>();
        try {
            assertThatThrownBy(() -> {
                        for (int i = 0; i <= 20; i++) {
                            taken.add(pool.getConnection().await().atMost(PATIENCE));
                        }
                    })
                    .hasMessageContaining("Timeout");
            assertThat(taken).hasSize(20);
        } finally {
            taken.forEach(connection -> connection.close().await().atMost(PATIENCE));
        }
    }

    @Test
    void connections_that_the_server_cut_are_replaced() throws Exception {
        text("select 'connected'");
        try (var superuser = TestDatabase.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and application_name = 'partner-competencies'");
        }
        assertThat(Waiting.until(PATIENCE, this::answers)).isTrue();
    }

    private boolean answers() {
        try {
            return text("select 'again'").equals("again");
        } catch (RuntimeException e) {
            return false;
        }
    }

    private String text(String query) {
        return pool.query(query)
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .atMost(PATIENCE);
    }
}
