package io.partnercompetencies.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The settings read before Quarkus, by the names Quarkus uses: system property first, then environment variable. */
final class Settings {

    static final String URL = "competencies.database.url";
    static final String USERNAME = "competencies.database.username";
    static final String PASSWORD = "competencies.database.password";
    static final String OWNER_USERNAME = "competencies.database.owner.username";
    static final String OWNER_PASSWORD = "competencies.database.owner.password";
    static final String MIGRATES = "quarkus.flyway.migrate-at-start";
    static final String DATA_DIR = "competencies.data.dir";
    static final String CATALOGUE_DIR = "competencies.catalogue.dir";
    static final String ISSUER = "competencies.oidc.issuer";
    static final String AUDIENCE = "competencies.oidc.audience";
    static final String ADMIN_CLIENT = "competencies.oidc.admin.client-id";
    static final String ADMIN_SECRET = "competencies.oidc.admin.client-secret";

    private Settings() {}

    static Optional<String> value(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable(name))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    static String variable(String name) {
        return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    static Path dataFolder() {
        var folder = value(DATA_DIR).orElseGet(Settings::defaultFolder);
        try {
            return Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartRefused(StartRefused.SETTINGS, variable(DATA_DIR) + " is not a path: " + folder);
        }
    }

    private static String defaultFolder() {
        return isDevelopment() ? "target/dev-database" : System.getProperty("user.home") + "/.partner-competencies";
    }

    /** Before Quarkus has started its launch mode is unset; but only development and tests load classes this way. */
    static boolean isDevelopment() {
        var loader = Settings.class.getClassLoader().getClass().getSimpleName();
        return loader.equals("QuarkusClassLoader");
    }
}
