package io.partnercompetencies.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files of a catalogue come from. */
interface CatalogueFiles {

    /** The text of a file by its path inside the catalogue, or empty where there is none. */
    Optional<String> read(String name);

    /** What to call the place in a message. */
    String origin();

    /** Resources are found by name only: a packaged jar does not list them, which is why the index names every file. */
    static CatalogueFiles builtIn() {
        return new CatalogueFiles() {
            @Override
            public Optional<String> read(String name) {
                try (var stream = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name)) {
                    return stream == null
                            ? Optional.empty()
                            : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public String origin() {
                return "the package";
            }
        };
    }

    static CatalogueFiles in(Path directory) {
        return new CatalogueFiles() {
            @Override
            public Optional<String> read(String name) {
                try {
                    return Optional.of(Files.readString(directory.resolve(name)));
                } catch (NoSuchFileException e) {
                    return Optional.empty();
                } catch (IOException e) {
                    throw new BadCatalogue(origin(), List.of(name + ": it cannot be read: " + e));
                }
            }

            @Override
            public String origin() {
                return directory.toAbsolutePath().toString();
            }
        };
    }
}
