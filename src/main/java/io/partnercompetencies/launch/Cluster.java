package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** One PostgreSQL server over one folder of data: created, started, recognised and stopped. */
final class Cluster {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration START_PATIENCE = Duration.ofSeconds(5);
    private static final Duration START_PAUSE = Duration.ofSeconds(1);

    private final Path folder;
    private final Path data;
    private final Programs programs;
    private final Credentials credentials;
    private final Map<String, String> settings;

    Cluster(Path folder, Programs programs, Credentials credentials, Map<String, String> settings) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.programs = programs;
        this.credentials = credentials;
        this.settings = settings;
    }

    /** Built beside its place and moved there, so that a half-made cluster is never taken for data. */
    void create() throws IOException {
        if (Files.isDirectory(data)) {
            refuseOtherVersion();
            return;
        }
        var unfinished = folder.resolve("data.unfinished");
        Binaries.delete(unfinished);
        var password = Files.createTempFile(folder, "initdb", ".tmp", Credentials.mode("rw-------"));
        try {
            Files.writeString(password, credentials.superuser());
            var output = folder.resolve("initdb.log");
            int code = programs.run(output, PATIENCE, "initdb", initdb(unfinished, password));
            if (code != 0) {
                throw new IOException("initdb failed: " + ServerLog.tail(output));
            }
        } finally {
            Files.delete(password);
        }
        ServerSettings.includeInto(unfinished);
        Files.move(unfinished, data);
    }

    private void refuseOtherVersion() throws IOException {
        var written = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!written.equals(Integer.toString(programs.majorVersion()))) {
            throw new IOException("the data in " + data + " are PostgreSQL " + written + "'s, and this package brings "
                    + programs.majorVersion() + ": dump them with the package that wrote them");
        }
    }

    private String[] initdb(Path target, Path password) throws IOException {
        var common = new String[] {
            "--pgdata=" + target,
            "--username=postgres",
            "--auth=scram-sha-256",
            "--pwfile=" + password,
            "--encoding=UTF8",
            "--no-instructions"
        };
        // Built into PostgreSQL since 17; before, C.UTF-8 is the operating system's and not known to all of them.
        return programs.majorVersion() >= 17
                ? with(common, "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                : with(common, "--locale=C.UTF-8");
    }

    private static String[] with(String[] first, String... more) {
        var all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    /** Whether a server runs on the data; waits for one that is just starting or stopping. */
    boolean isRunning() throws IOException {
        boolean[] accepts = {false};
        boolean decided = Waiting.until(PATIENCE, () -> {
            var postmaster = Postmaster.of(data);
            accepts[0] = postmaster.isPresent() && accepts(postmaster.get().port());
            return postmaster.isEmpty() || accepts[0];
        });
        if (!decided) {
            throw new IOException("the server of " + data + " runs but takes no connections; see its log folder");
        }
        return accepts[0];
    }

    private boolean accepts(int port) {
        return Jdbc.accepts(port, new DatabaseAccess.Login("postgres", credentials.superuser()));
    }

    /**
     * Only under the start lock, with no server running. More than once, since somebody else may take the port at the
     * same moment, and the children of a killed server need a moment to notice.
     */
    void start() throws IOException {
        boolean started = Waiting.until(START_PATIENCE, START_PAUSE, () -> {
            int code = startOn(ServerSettings.preferredPort(data));
            return code == 0 || isRunning();
        });
        if (!started) {
            throw new IOException("PostgreSQL did not start: " + ServerLog.tail(folder, data));
        }
    }

    private int startOn(int port) throws IOException {
        Postmaster.forgetDead(data);
        ServerSettings.write(data, port, settings);
        return programs.run(
                folder.resolve("pg_ctl.log"),
                PATIENCE,
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=60",
                "--pgdata=" + data,
                "--log=" + folder.resolve("server.log"));
    }

    int port() throws IOException {
        return Postmaster.of(data)
                .orElseThrow(() -> new IOException("the server of " + data + " is gone"))
                .port();
    }

    boolean hasPostmasterFile() {
        return Files.exists(data.resolve(Postmaster.FILE));
    }

    void stop() throws IOException {
        programs.run(
                folder.resolve("pg_ctl.log"),
                PATIENCE,
                "pg_ctl",
                "stop",
                "--wait",
                "--timeout=60",
                "--mode=fast",
                "--pgdata=" + data);
    }
}
