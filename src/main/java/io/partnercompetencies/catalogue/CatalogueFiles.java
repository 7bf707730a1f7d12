package io.partnercompetencies.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files of a catalogue come from. */
interface CatalogueFiles {

    /** The text of a file by its path inside the catalogue, or empty where there is none. */
    Optional<String> read(String name) throws IOException;

    /** The competencies that have a file; none where the place cannot list its files. */
    List<String> competencies();

    /** What to call the place in a message. */
    String origin();

    /** Resources are found by name only: a packaged jar does not list them, which is why the index names every file. */
    static CatalogueFiles builtIn() {
        return new CatalogueFiles() {
            @Override
            public Optional<String> read(String name) throws IOException {
                try (var stream = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name)) {
                    return stream == null
                            ? Optional.empty()
                            : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                }
            }

            @Override
            public List<String> competencies() {
                return List.of();
            }

            @Override
            public String origin() {
                return "the package";
            }
        };
    }

    static CatalogueFiles in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new BadCatalogue(directory.toAbsolutePath().toString(), List.of("there is no such directory"));
        }
        return new CatalogueFiles() {
            @Override
            public Optional<String> read(String name) throws IOException {
                try {
                    return Optional.of(Files.readString(directory.resolve(name)));
                } catch (NoSuchFileException e) {
                    return Optional.empty();
                }
            }

            /** A folder that cannot be listed has files that cannot be read, and they say so. */
            @Override
            public List<String> competencies() {
                try (var files = Files.list(directory.resolve("competencies"))) {
                    return files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .map(name -> name.substring(0, name.length() - ".yaml".length()))
                            .sorted()
                            .toList();
                } catch (IOException e) {
                    return List.of();
                }
            }

            @Override
            public String origin() {
                return directory.toAbsolutePath().toString();
            }
        };
    }
}
