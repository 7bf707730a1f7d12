package io.partnercompetencies.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** Settings as the package has them, which the tests' own profile may have otherwise. */
final class Delivered {

    private static final Path FILE = Path.of("src", "main", "resources", "application.properties");

    private Delivered() {}

    /** From the signal to the end, at most. */
    static Duration shutdown() {
        return duration("quarkus.shutdown.delay").plus(duration("quarkus.shutdown.timeout"));
    }

    static Duration duration(String name) {
        return Duration.parse("PT" + text(name));
    }

    private static String text(String name) {
        var all = new Properties();
        try (var in = Files.newInputStream(FILE)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.getProperty(name);
    }
}
