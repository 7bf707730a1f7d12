package io.partnercompetencies;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** No limit on how often an account is associated, and a catalogue in which one exam is retired. */
public class OtherLaws implements QuarkusTestProfile {

    /** The last day of 70-345: before the clock of the tests begins to be far ahead. */
    public static final String RETIRED_AFTER = "2026-12-31";

    /** An exam that no requirement names. */
    private static final String UNASKED = "  - {code: 98-349, kind: exam, titles: {en: Windows Basics}}\n";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "competencies.association.min.interval", "PT0S",
                "competencies.association.max.per.year", "0",
                "competencies.catalogue.dir", catalogue().toString());
    }

    private static Path catalogue() {
        try {
            var builtIn = Path.of("src", "main", "resources", "catalogue");
            var copy = Path.of("target", "other-catalogue").toAbsolutePath();
            List<Path> files;
            try (var walk = Files.walk(builtIn)) {
                files = walk.filter(Files::isRegularFile).toList();
            }
            for (var file : files) {
                var text = Files.readString(file)
                        .replace("- code: 70-345\n", "- code: 70-345\n    acceptedUntil: " + RETIRED_AFTER + "\n")
                        .replace("credentials:\n", "credentials:\n" + UNASKED);
                var target = copy.resolve(builtIn.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, text);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
