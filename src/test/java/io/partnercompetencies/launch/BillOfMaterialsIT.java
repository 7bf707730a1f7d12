package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The package and what the build says that it is made of. */
class BillOfMaterialsIT {

    private static final Path PARTS = Path.of("target", "sbom.json");
    private static final Path LIBRARIES = Path.of("target", "quarkus-app", "lib");

    @Test
    void every_library_of_the_package_is_among_its_parts() throws IOException {
        assertThat(PARTS)
                .as("the list that the build makes, though not where Maven is offline")
                .exists();
        var named = StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(PARTS.toFile())
                                .get("components")
                                .spliterator(),
                        false)
                .map(BillOfMaterialsIT::file)
                .toList();
        try (var files = Files.walk(LIBRARIES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .hasSizeGreaterThan(100)
                    .isSubsetOf(named);
        }
    }

    /** As Quarkus names it. */
    private static String file(JsonNode part) {
        return part.get("group").asText() + "." + part.get("name").asText() + "-"
                + part.get("version").asText() + ".jar";
    }
}
