package io.partnercompetencies.database;

import static io.partnercompetencies.Awaited.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that sleeps says nothing, and reads no goodbye either. */
@QuarkusTest
class SilenceTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String LONG_SLEEP = "select pg_sleep(60)";

    @Inject
    Silence silence;

    @Inject
    Pool pool;

    @AfterEach
    void wake() {
        Sql.number("select count(pg_terminate_backend(pid)) from pg_stat_activity where query = ?", LONG_SLEEP);
    }

    @Test
    void a_silent_connection_is_closed_without_waiting_for_the_server() {
        assertThatThrownBy(() -> run(() -> pool.withConnection(connection -> process(connection)
                        .chain(process -> silence.bear(process, SHORT, () -> sleep(connection, LONG_SLEEP))))))
                .hasMessageContaining("connection may have been lost");
    }

    @Test
    void whoever_waits_longer_on_purpose_is_left_its_connection() {
        var rows = run(() -> pool.withConnection(connection -> process(connection)
                .chain(process -> silence.bear(
                        process,
                        SHORT,
                        () -> silence.bear(
                                process, silence.limit(), () -> sleep(connection, "select pg_sleep(0.5)"))))));
        assertThat(rows).hasSize(1);
    }

    private static Uni<Integer> process(SqlConnection connection) {
        return connection
                .query("select pg_backend_pid()")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    private static Uni<RowSet<Row>> sleep(SqlConnection connection, String sql) {
        return connection.query(sql).execute();
    }
}
