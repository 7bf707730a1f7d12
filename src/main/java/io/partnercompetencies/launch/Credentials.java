package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of the embedded database, made up once and readable by the account that runs the service. Trusting
 * everybody on the loopback address instead would make each user of the machine a superuser of the database.
 */
record Credentials(String superuser, String owner, String service) {

    static final String FILE = "credentials.properties";

    private static final SecureRandom RANDOM = new SecureRandom();

    static Credentials in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            create(file);
        }
        var stored = new Properties();
        try (var in = Files.newInputStream(file)) {
            stored.load(in);
        }
        return new Credentials(
                stored.getProperty("superuser"), stored.getProperty("owner"), stored.getProperty("service"));
    }

    private static void create(Path file) throws IOException {
        var made = new Properties();
        made.setProperty("superuser", password());
        made.setProperty("owner", password());
        made.setProperty("service", password());
        var unfinished = Files.createTempFile(file.getParent(), "credentials", ".tmp", mode("rw-------"));
        try (var out = Files.newOutputStream(unfinished)) {
            made.store(out, "Passwords of the embedded PostgreSQL; without them its data cannot be opened");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Permissions for a new file or folder, where the file system knows such. */
    static FileAttribute<?>[] mode(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
