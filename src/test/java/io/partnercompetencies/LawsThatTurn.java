package io.partnercompetencies;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Small batches, so that passes meet; a long wait, so that achievements come to count one after another for a month, and a catalogue in which an exam is
 * retired and a requirement is eased a year after the clock of the tests begins.
 */
public class LawsThatTurn implements QuarkusTestProfile {

    public static final String RETIRED_AFTER = "2028-01-05";
    public static final String EASED_ON = "2027-12-28";

    private static final String BUILT_IN = """
            revisions:
              - options:
                  - option: o365-services
                    # Asks nothing of any person. New customers are the net growth: gained less lost.
                    silver:
                      all:
                        - performance: new-customers
                          reach: {any: 4}
            """;

    private static final String EASED = """
            revisions:
              - effectiveTo: %1$s
                options:
                  - option: o365-services
                    silver:
                      all:
                        - performance: new-customers
                          reach: {any: 5}
                          products: [office-365]
                          window: twelve-months
              - effectiveFrom: %1$s
                options:
                  - option: o365-services
                    silver:
                      all:
                        - performance: new-customers
                          reach: {any: 4}
            """.formatted(EASED_ON);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "competencies.sync.delay", "P30D",
                "competencies.sync.batch-size", "3",
                "competencies.association.min.interval", "PT0S",
                "competencies.association.max.per.year", "0",
                "competencies.catalogue.dir", catalogue().toString());
    }

    private static Path catalogue() {
        try {
            var builtIn = Path.of("src", "main", "resources", "catalogue");
            var copy = Path.of("target", "turning-catalogue").toAbsolutePath();
            List<Path> files;
            try (var walk = Files.walk(builtIn)) {
                files = walk.filter(Files::isRegularFile).toList();
            }
            for (var file : files) {
                var target = copy.resolve(builtIn.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(
                        target,
                        Files.readString(file)
                                .replace(
                                        "- code: 70-345\n",
                                        "- code: 70-345\n    acceptedUntil: " + RETIRED_AFTER + "\n")
                                .replace(BUILT_IN, EASED));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
