package io.partnercompetencies.story;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A programme that changes during a story: 70-345 is accepted to the end of 2027, and from September 2027 on Silver of
 * Project and Portfolio Management asks for three people.
 */
public class ChangingLaws implements QuarkusTestProfile {

    private static final String ASKED_BEFORE = """
            revisions:
              - options:
                  - option: project-and-portfolio-partner
                    silver:
                      all:
                        - people: 2
                          each: {all: [74-343, 70-348]}
                    gold:
                      all:
                        - people: 4
                          each: {all: [74-343, 70-348]}
            """;

    private static final String CHANGE =
            "    change: {en: A third person is asked., es: Se pide una tercera persona., it: Serve una terza persona., "
                    + "pt-BR: Uma terceira pessoa é exigida., zh-CN: 需要第三人。}\n";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("competencies.catalogue.dir", catalogue().toString());
    }

    private static Path catalogue() {
        try {
            var builtIn = Path.of("src", "main", "resources", "catalogue");
            var copy = Path.of("target", "changing-catalogue").toAbsolutePath();
            List<Path> files;
            try (var walk = Files.walk(builtIn)) {
                files = walk.filter(Files::isRegularFile).toList();
            }
            for (var file : files) {
                var target = copy.resolve(builtIn.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, changed(file));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String changed(Path file) throws IOException {
        var text = Files.readString(file);
        return switch (file.getFileName().toString()) {
            case "credentials.yaml" ->
                replaced(text, "- code: 70-345\n", "- code: 70-345\n    acceptedUntil: 2027-12-31\n");
            case "project-and-portfolio-management.yaml" -> text.substring(0, text.indexOf("revisions:")) + revisions();
            default -> text;
        };
    }

    private static String replaced(String text, String old, String by) {
        if (!text.contains(old)) {
            throw new IllegalStateException("The catalogue does not say " + old);
        }
        return text.replace(old, by);
    }

    private static String revisions() {
        var before = ASKED_BEFORE.replace("  - options:", "  - effectiveTo: 2027-09-01\n    options:");
        var since = ASKED_BEFORE
                .replace("revisions:\n", "")
                .replace("  - options:", "  - effectiveFrom: 2027-09-01\n" + CHANGE + "    options:")
                .replace("people: 2", "people: 3");
        return before + since;
    }
}
