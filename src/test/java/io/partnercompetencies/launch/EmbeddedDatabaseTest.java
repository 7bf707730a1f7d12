package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each copy is a JVM of its own, so that it can be killed. */
class EmbeddedDatabaseTest {

    private static final Path FOLDERS = Path.of("target", "launch-test").toAbsolutePath();

    private final Path folder = FOLDERS.resolve("copies");

    @BeforeEach
    void create_folder() throws IOException {
        Files.createDirectories(FOLDERS);
    }

    @AfterEach
    void stop_what_a_killed_copy_left() throws Exception {
        if (isServing()) {
            copy().stop();
        }
        assertThat(isServing()).isFalse();
    }

    @Test
    void data_survive_the_death_of_the_only_copy() throws Exception {
        var first = copy();
        execute(first, "create table if not exists survivor (at int)");
        execute(first, "insert into survivor values (1)");
        first.kill9();

        try (var second = copy()) {
            assertThat(url(second)).isEqualTo(url(first));
            execute(second, "select 1 / count(*) from survivor");
        }
    }

    @Test
    void a_second_copy_shares_the_server_and_keeps_it_when_the_one_that_started_it_is_killed() throws Exception {
        var first = copy();
        var second = copy();
        try (var connection = connect(second)) {
            assertThat(url(second)).isEqualTo(url(first));

            first.kill9();
            var third = copy();
            assertThat(url(third)).isEqualTo(url(second));

            third.stop();
            assertThat(connection.isValid(5)).isTrue();
        }
        second.stop();
        assertThat(isServing()).isFalse();
    }

    @Test
    void copies_that_start_at_the_same_moment_on_a_new_folder_share_one_server() throws Exception {
        var fresh = FOLDERS.resolve("fresh-" + System.nanoTime());
        try (var first = JavaProcess.run(DatabaseCopy.class, fresh.toString());
                var second = JavaProcess.run(DatabaseCopy.class, fresh.toString());
                var third = JavaProcess.run(DatabaseCopy.class, fresh.toString())) {
            assertThat(url(first)).isEqualTo(url(second)).isEqualTo(url(third));
        }
        assertThat(fresh.resolve("data").resolve(Postmaster.FILE)).doesNotExist();
        Binaries.delete(fresh);
    }

    @Test
    void a_crash_of_the_whole_machine_leaves_a_file_that_names_some_other_process_and_does_not_matter()
            throws Exception {
        var first = copy();
        execute(first, "create table if not exists crashed (at int)");
        first.kill9();
        kill9Server();
        var file = folder.resolve("data").resolve(Postmaster.FILE);
        var lines = Files.readAllLines(file);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, lines);

        try (var second = copy()) {
            execute(second, "insert into crashed values (1)");
        }
    }

    @Test
    void a_server_that_cannot_be_seen_while_others_use_its_data_is_left_alone() throws Exception {
        try (var first = copy()) {
            kill9Server();
            try (var second = JavaProcess.run(DatabaseCopy.class, folder.toString())) {
                assertThat(second.exitCode()).isNotZero();
                assertThat(second.output()).contains("its server does not answer here: stop that copy");
            }
            first.kill9();
        }
        copy().stop();
    }

    @Test
    void another_user_of_the_machine_cannot_guess_the_superuser() throws Exception {
        try (var copy = copy()) {
            var guess = new DatabaseAccess.Login("postgres", "postgres");
            assertThatThrownBy(() -> Jdbc.connect(url(copy), guess)).hasMessageContaining("password");
        }
    }

    @Test
    void writes_reach_the_disk_before_they_are_answered() throws Exception {
        try (var copy = copy();
                var connection = connect(copy);
                var statement = connection.createStatement()) {
            var settings = statement.executeQuery("select current_setting('fsync'),"
                    + " current_setting('synchronous_commit'), current_setting('server_encoding')");
            settings.next();
            assertThat(settings.getString(1)).isEqualTo("on");
            assertThat(settings.getString(2)).isEqualTo("on");
            assertThat(settings.getString(3)).isEqualTo("UTF8");
        }
    }

    private JavaProcess copy() throws IOException {
        var copy = JavaProcess.run(DatabaseCopy.class, folder.toString());
        copy.await("password ");
        return copy;
    }

    private static String url(JavaProcess copy) throws IOException {
        return copy.await("url ");
    }

    private static Connection connect(JavaProcess copy) throws IOException, SQLException {
        return Jdbc.connect(url(copy), new DatabaseAccess.Login(Roles.OWNER, copy.await("password ")));
    }

    private static void execute(JavaProcess copy, String sql) throws IOException, SQLException {
        try (var connection = connect(copy);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean isServing() throws IOException {
        return Postmaster.of(folder.resolve("data")).isPresent();
    }

    private void kill9Server() throws IOException {
        var server = ProcessHandle.of(
                        Postmaster.of(folder.resolve("data")).orElseThrow().pid())
                .orElseThrow();
        server.destroyForcibly();
        assertThat(Waiting.until(Duration.ofSeconds(10), () -> !server.isAlive()))
                .isTrue();
    }
}
