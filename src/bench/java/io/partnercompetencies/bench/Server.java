package io.partnercompetencies.bench;

import io.partnercompetencies.launch.Archive;
import io.partnercompetencies.launch.EmbeddedDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/**
 * The PostgreSQL that the package brings along, with the settings that the service gives it, on a folder that outlives
 * the run. It is stopped when this JVM ends.
 */
final class Server {

    /** An empty one, to be connected to while others are made and dropped. */
    private static final String OWN = "bench";

    private final Path folder;
    private final EmbeddedDatabase embedded;

    Server(Path folder) {
        this.folder = folder;
        this.embedded = new EmbeddedDatabase(folder, Archive.packaged(), Map.of());
    }

    /** Made where it does not exist. */
    Database database(String name) throws IOException, SQLException {
        return new Database(name, embedded.join(name));
    }

    String version() throws IOException, SQLException {
        return database(OWN).text("show server_version");
    }

    boolean has(String name) throws IOException, SQLException {
        embedded.join(OWN);
        try (var connection = embedded.connectAsSuperuser(OWN);
                var statement = Database.statement(
                        connection, "select exists (select from pg_database where datname = ?)", name);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** A database with the very pages of another one, which nobody may use meanwhile. */
    Database copy(Database original, String name) throws IOException, SQLException {
        drop(name);
        run("create database " + name + " template " + original.name() + " owner "
                + original.access().owner().name() + " strategy file_copy");
        return database(name);
    }

    void drop(String name) throws IOException, SQLException {
        embedded.join(OWN);
        run("drop database if exists " + name + " with (force)");
    }

    /** So that what one turn has left to be written does not fall into the next one. */
    void checkpoint() throws IOException, SQLException {
        run("checkpoint");
    }

    /** Reads all of a database's files, so that the system has in memory what it finds room for. */
    void warm(Database database) throws IOException, SQLException {
        long id = database.number("select oid from pg_database where datname = current_database()");
        var pages = folder.resolve("data").resolve("base").resolve(Long.toString(id));
        var buffer = ByteBuffer.allocateDirect(1 << 20);
        try (var files = Files.newDirectoryStream(pages)) {
            for (var file : files) {
                read(file, buffer);
            }
        }
    }

    private static void read(Path file, ByteBuffer buffer) throws IOException {
        try (var channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) > 0) {
                // Nobody wants to know what is in it.
            }
        } catch (NoSuchFileException gone) {
            // Of a table that was emptied a moment ago.
        }
    }

    private void run(String sql) throws IOException, SQLException {
        try (var connection = embedded.connectAsSuperuser(OWN);
                var statement = connection.createStatement()) {
            // Pages are copied for longer than the service would wait for anything.
            connection.setNetworkTimeout(Runnable::run, 0);
            statement.execute(sql);
        }
    }

    ProcessHandle process() throws IOException {
        var pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow(() -> new IOException("PostgreSQL is gone"));
    }
}
