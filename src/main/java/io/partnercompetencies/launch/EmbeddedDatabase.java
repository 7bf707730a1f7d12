package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A PostgreSQL of our own over a folder. Every copy of the service on that folder shares one server: the first to come
 * starts it, the last to leave stops it, and it outlives the death of any of them.
 */
public final class EmbeddedDatabase {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** One for the whole JVM: a reloaded class (development mode, tests) meets what its predecessor left. */
    private static final Object ONE_PER_JVM = EmbeddedDatabase.class.getName().intern();

    private final Path folder;
    private final Archive archive;
    private final Map<String, String> settings;

    public EmbeddedDatabase(Path folder, Archive archive, Map<String, String> settings) {
        this.folder = folder;
        this.archive = archive;
        this.settings = settings;
    }

    /** Starts or joins the server, makes sure of the database, and leaves when this JVM ends. */
    public DatabaseAccess join(String database) throws IOException, SQLException {
        synchronized (ONE_PER_JVM) {
            var place = place();
            try (var starting = FolderLock.open(place.resolve("start.lock"))) {
                if (!starting.awaitExclusive(PATIENCE)) {
                    throw new IOException("another copy has been starting on " + place + " for too long");
                }
                return joinExclusively(place, database);
            }
        }
    }

    private Path place() throws IOException {
        try {
            Files.createDirectories(folder.getParent());
            Files.createDirectories(folder, Credentials.mode("rwx------"));
        } catch (FileSystemException e) {
            throw new IOException(
                    "it is no folder and cannot become one (" + e.getClass().getSimpleName() + ")");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("it cannot be written to");
        }
        return folder.toRealPath();
    }

    private DatabaseAccess joinExclusively(Path place, String database) throws IOException, SQLException {
        var credentials = credentials(place);
        Programs programs;
        try (var packed = archive.open()) {
            programs = new Programs(Binaries.unpacked(packed, place));
        }
        var cluster = new Cluster(place, programs, credentials, settings);
        if (!Share.isHeld(place)) {
            Share.enter(place, cluster);
        }
        return Roles.ensure(cluster.port(), database, credentials);
    }

    private static Credentials credentials(Path place) throws IOException {
        if (Files.isDirectory(place.resolve("data")) && !Files.exists(place.resolve(Credentials.FILE))) {
            throw new IOException(place + " has data but no " + Credentials.FILE + ": restore that file");
        }
        return Credentials.in(place);
    }

    /** For looking into the server, as tests do; the service itself is nobody special. */
    public Connection connectAsSuperuser(String database) throws IOException, SQLException {
        var place = folder.toRealPath();
        var port = Postmaster.of(place.resolve("data")).orElseThrow().port();
        var superuser = new DatabaseAccess.Login("postgres", credentials(place).superuser());
        return Jdbc.connect(Jdbc.local(port, database), superuser);
    }
}
