package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of the tests' own, of the service's binaries, that can be crashed, started again and replicated. */
public final class ChaosPostgres implements AutoCloseable {

    private static final Path PLACE = Path.of("target", "chaos").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Programs programs;
    private final Credentials credentials;
    private final Map<String, String> settings;
    private final Cluster cluster;

    private ChaosPostgres(Path folder, Programs programs, Credentials credentials, Map<String, String> more) {
        this.folder = folder;
        this.programs = programs;
        this.credentials = credentials;
        this.settings = new HashMap<>(Map.of("max_connections", "200"));
        this.settings.putAll(more);
        this.cluster = new Cluster(folder, programs, credentials, settings);
    }

    /** Created anew, and running. */
    public static ChaosPostgres start(String name) throws IOException {
        var folder = PLACE.resolve(name);
        endWhatIsLeft(folder);
        Binaries.delete(folder);
        Files.createDirectories(folder);
        try (var packed = Archive.packaged().open()) {
            var programs = new Programs(Binaries.unpacked(packed, PLACE));
            var server = new ChaosPostgres(folder, programs, Credentials.in(folder), Map.of());
            server.cluster.create();
            server.cluster.start();
            return server;
        }
    }

    private static void endWhatIsLeft(Path folder) throws IOException {
        Postmaster.of(folder.resolve("data"))
                .flatMap(left -> ProcessHandle.of(left.pid()))
                .ifPresent(ChaosPostgres::kill9);
    }

    /** A database for the service, with its roles. */
    public DatabaseAccess database(String name) throws IOException, SQLException {
        return Roles.ensure(port(), name, credentials);
    }

    /** A copy of a database that nobody is connected to. */
    public DatabaseAccess clone(String original, String name) throws IOException, SQLException {
        try (var superuser = superuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("create database " + name + " template " + original + " owner " + Roles.OWNER);
        }
        return database(name);
    }

    public Connection superuser(String database) throws IOException, SQLException {
        return Jdbc.connect(Jdbc.local(port(), database), superuser());
    }

    private DatabaseAccess.Login superuser() {
        return new DatabaseAccess.Login("postgres", credentials.superuser());
    }

    public int port() throws IOException {
        return cluster.port();
    }

    /** Without a checkpoint, as in a crash; returns when no process is left. */
    public void stopImmediately() throws IOException {
        stop("immediate");
    }

    /** On the same port and data, accepting connections on return. */
    public void startAgain() throws IOException {
        cluster.start();
    }

    public void kill9() throws IOException {
        ProcessHandle.of(Postmaster.of(folder.resolve("data")).orElseThrow().pid())
                .ifPresent(ChaosPostgres::kill9);
    }

    private static void kill9(ProcessHandle postmaster) {
        var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /**
     * A streaming replica, caught up; this server, whose commits wait for it from now on, is restarted once.
     *
     * @param port where the replica finds this server
     */
    public ChaosPostgres replicate(String name, int port) throws IOException, SQLException {
        var copy = PLACE.resolve(name);
        endWhatIsLeft(copy);
        Binaries.delete(copy);
        stop("fast");
        copy(folder.resolve("data"), copy.resolve("data"));
        cluster.start();
        Files.createFile(copy.resolve("data").resolve("standby.signal"));
        var source = "host=" + ServerSettings.HOST + " port=" + port + " user=postgres password="
                + credentials.superuser() + " application_name=" + name;
        var replica = new ChaosPostgres(copy, programs, credentials, Map.of("primary_conninfo", source));
        replica.cluster.start();
        execute("alter system set synchronous_standby_names = '" + name + "'");
        execute("select pg_reload_conf()");
        if (!Waiting.until(PATIENCE, this::isSynchronous)) {
            throw new IllegalStateException("the replica " + name + " does not follow");
        }
        return replica;
    }

    private boolean isSynchronous() throws IOException {
        try (var superuser = superuser("postgres");
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("select from pg_stat_replication where sync_state = 'sync'")) {
            return rows.next();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Ends the replication as it is; a primary from then on. */
    public void promote() throws IOException, SQLException {
        execute("select pg_promote(true, 60)");
    }

    private void execute(String sql) throws IOException, SQLException {
        try (var superuser = superuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private void stop(String mode) throws IOException {
        programs.run(
                folder.resolve("pg_ctl.log"),
                PATIENCE,
                "pg_ctl",
                "stop",
                "--wait",
                "--timeout=60",
                "--mode=" + mode,
                "--pgdata=" + folder.resolve("data"));
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (var one : all) {
            var target = to.resolve(from.relativize(one));
            Files.createDirectories(target.getParent());
            Files.copy(one, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Override
    public void close() throws IOException {
        endWhatIsLeft(folder);
        Binaries.delete(folder);
    }
}
