package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The package as it is delivered: it comes up on its own database, and goes down with its own and with others'. */
class LaunchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder = Path.of("target", "launch-it").toAbsolutePath();
    private final Map<String, String> environment = Map.of("COMPETENCIES_DATA_DIR", folder.toString());

    @BeforeEach
    void forget_the_data_of_an_earlier_build() throws IOException {
        assertThat(isServing()).isFalse();
        Binaries.delete(folder.resolve("data"));
    }

    @AfterEach
    void stop_what_a_killed_copy_left() throws IOException {
        if (isServing()) {
            PackagedService.start(environment).stop();
        }
        assertThat(isServing()).isFalse();
    }

    @Test
    void after_kill_9_it_comes_up_again_on_the_same_data() throws Exception {
        var first = PackagedService.start(environment);
        assertThat(first.output()).contains("Database: embedded, postgresql://127.0.0.1:", "data in " + folder);
        execute("create table if not exists launched (at int)");
        execute("insert into launched values (1)");
        first.kill9();

        var second = PackagedService.start(withTimeToStop());
        execute("select 1 / count(*) from launched");
        execute("drop table launched");
        assertThat(second.stop()).isEqualTo(143);
        assertThat(isServing()).isFalse();
        assertThat(second.output()).doesNotContain("ERROR", "Exception");
    }

    @Test
    void two_copies_share_the_data_and_one_outlives_the_other() throws Exception {
        var first = PackagedService.start(environment);
        try (var second = PackagedService.start(environment)) {
            first.kill9();
            assertThat(second.status("/q/health/ready")).isEqualTo(200);
            try (var third = PackagedService.start(environment)) {
                assertThat(third.status("/q/health/ready")).isEqualTo(200);
            }
            assertThat(second.status("/q/health/ready")).isEqualTo(200);
        }
    }

    @Test
    void without_a_reachable_database_it_ends_with_one_line() throws Exception {
        int port = ServerSettings.freePort();
        try (var service = PackagedService.begin(external("postgresql://127.0.0.1:" + port + "/partners", "me"))) {
            assertThat(service.exitCode()).isEqualTo(StartRefused.UNAVAILABLE);
            assertThat(service.output().strip())
                    .isEqualTo("Partner Competencies cannot start. Cannot use database partners at 127.0.0.1:" + port
                            + " as user me: connection refused, nothing listens there.");
        }
    }

    @Test
    void a_database_that_goes_away_makes_it_unready_until_it_is_back() throws Exception {
        try (var owner = JavaProcess.run(DatabaseCopy.class, folder.toString())) {
            owner.await("password ");
            try (var service = PackagedService.start(external(owner.await("url "), Roles.OWNER))) {
                owner.stop();
                assertThat(Waiting.until(PATIENCE, () -> service.status("/q/health/ready") == 503))
                        .isTrue();
                assertThat(service.status("/q/health/live")).isEqualTo(200);

                try (var again = JavaProcess.run(DatabaseCopy.class, folder.toString())) {
                    again.await("password ");
                    assertThat(Waiting.until(PATIENCE, () -> service.status("/q/health/ready") == 200))
                            .isTrue();
                }
            }
        }
    }

    /** As it is delivered: what begins just then has ended before all else goes. */
    private Map<String, String> withTimeToStop() {
        return Map.of("COMPETENCIES_DATA_DIR", folder.toString(), "QUARKUS_SHUTDOWN_DELAY", "3S");
    }

    private Map<String, String> external(String url, String user) throws IOException {
        return Map.of(
                "COMPETENCIES_DATABASE_URL", url,
                "COMPETENCIES_DATABASE_USERNAME", user,
                "COMPETENCIES_DATABASE_PASSWORD",
                        isServing() ? Credentials.in(folder).owner() : "secret");
    }

    private void execute(String sql) throws IOException, SQLException {
        int port = Postmaster.of(folder.resolve("data")).orElseThrow().port();
        var owner = new DatabaseAccess.Login(Roles.OWNER, Credentials.in(folder).owner());
        try (var connection = Jdbc.connect(Jdbc.local(port, "competencies"), owner);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean isServing() throws IOException {
        return Postmaster.of(folder.resolve("data")).isPresent();
    }
}
