package io.partnercompetencies.launch;

import io.partnercompetencies.catalogue.BadCatalogue;
import io.partnercompetencies.catalogue.Catalogue;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Checks what is set, provides the database, then starts the service. */
@QuarkusMain
public class Main {

    /** What is said before Quarkus has begun comes out when it has, in the form that is set for all lines. */
    private static final Logger LOG = Logger.getLogger(Main.class);

    private static final String EMBEDDED_IN = "competencies.embedded.folder";

    public static void main(String... arguments) {
        try {
            if (!isTrainingRun()) {
                checkCatalogue();
                MembershipSettings.check();
                ProviderSettings.use();
                provideDatabase();
            }
        } catch (StartRefused refusal) {
            System.err.println("Partner Competencies cannot start. " + refusal.getMessage());
            System.exit(refusal.exitCode);
        }
        holdDatabaseUntilStopped();
        Quarkus.run(arguments);
    }

    /** The build runs this very method to record which classes a start loads (AppCDS). */
    private static boolean isTrainingRun() {
        return Boolean.getBoolean("quarkus.appcds.generate");
    }

    /** Before anything else starts or a table changes, and without a stack around what its author must read. */
    private static void checkCatalogue() {
        try {
            Settings.value(Settings.CATALOGUE_DIR).map(Path::of).ifPresent(Catalogue::in);
        } catch (InvalidPathException e) {
            throw new StartRefused(
                    StartRefused.SETTINGS,
                    Settings.variable(Settings.CATALOGUE_DIR) + " is not a path: " + e.getInput());
        } catch (BadCatalogue e) {
            throw new StartRefused(StartRefused.SETTINGS, e.getMessage());
        }
    }

    private static void provideDatabase() {
        if (System.getProperty(EMBEDDED_IN) != null) {
            return; // a reload in development mode
        }
        var url = Settings.value(Settings.URL);
        if (url.isPresent()) {
            useExternal(DatabaseAddress.of(url.get()));
        } else if (Archive.isPackaged()) {
            useEmbedded();
        } else {
            throw new StartRefused(
                    StartRefused.SETTINGS,
                    "No database: set " + Settings.variable(Settings.URL) + "=postgresql://host:5432/database, "
                            + Settings.variable(Settings.USERNAME) + " and " + Settings.variable(Settings.PASSWORD)
                            + " (this package carries no embedded one).");
        }
    }

    private static void useExternal(DatabaseAddress address) {
        var service = login(Settings.USERNAME, Settings.PASSWORD);
        var owner = Settings.value(Settings.OWNER_USERNAME);
        var migrator = migrates() ? owner.or(() -> Optional.of(service.name())) : Optional.<String>empty();
        var warning = ExternalDatabase.check(address, service, migrator);
        if (owner.isPresent()) {
            ExternalDatabase.check(address, login(Settings.OWNER_USERNAME, Settings.OWNER_PASSWORD));
        }
        LOG.infof("Database: %s at %s:%d, user %s", address.database(), address.host(), address.port(), service.name());
        warning.ifPresent(LOG::warn);
    }

    /** Another process may do so, and the owner's password then is that one's alone. */
    private static boolean migrates() {
        return Settings.value(Settings.MIGRATES).map(Boolean::parseBoolean).orElse(true);
    }

    private static DatabaseAccess.Login login(String username, String password) {
        var name = Settings.value(username)
                .orElseThrow(() -> new StartRefused(
                        StartRefused.SETTINGS,
                        Settings.variable(username) + " is missing: it names the user for "
                                + Settings.variable(Settings.URL) + "."));
        return new DatabaseAccess.Login(name, Settings.value(password).orElse(""));
    }

    private static void useEmbedded() {
        var folder = Settings.dataFolder();
        try {
            var database = new EmbeddedDatabase(folder, Archive.packaged(), Map.of());
            var access = database.join("competencies");
            access.properties().forEach(System::setProperty);
            System.setProperty(EMBEDDED_IN, folder.toString());
            LOG.infof("Database: embedded, %s, data in %s", access.url(), folder);
        } catch (IOException | SQLException e) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE, "The embedded PostgreSQL in " + folder + " failed: " + e.getMessage());
        }
    }

    /**
     * The hooks of a JVM run side by side, so the one that leaves the database waits until Quarkus has stopped. In
     * development mode Quarkus stops before the JVM does, and has exits that end no process.
     */
    private static void holdDatabaseUntilStopped() {
        if (Settings.isDevelopment()) {
            return;
        }
        var inUse = Share.hold();
        var exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
            inUse.countDown();
            exit.accept(code, failure);
        });
    }
}
