package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small catalogue in a directory, right until a test changes it. */
final class CatalogueFixture {

    private final Path directory;

    CatalogueFixture(Path directory) {
        this.directory = directory;
        write("index.yaml", "competencies: [tested]");
        write("codes.yaml", """
                metrics:
                  - {code: revenue, unit: USD, window: latest-month}
                  - {code: new-customers, unit: customers, window: twelve-months}
                products: [power-bi]
                associations: [csp]
                attestations: [reseller]
                """);
        write("credentials.yaml", """
                credentials:
                  - {code: 70-1, kind: exam, titles: {en: First}}
                  - {code: MB2-1, kind: external-certification, acceptedUntil: 2018-12-31, titles: {en: Second}}
                """);
        silver("{people: 1, each: 70-1}");
    }

    CatalogueFixture write(String file, String text) {
        try {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.writeString(directory.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CatalogueFixture delete(String file) {
        try {
            Files.delete(directory.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one competency, which asks this for SILVER in its one revision. */
    CatalogueFixture silver(String requirement) {
        return revisions("  - options: [{option: only, silver: " + requirement + "}]");
    }

    CatalogueFixture revisions(String revisions) {
        return competency("options: {only: {names: {en: Only}}}\nrevisions:\n" + revisions + "\n");
    }

    CatalogueFixture competency(String optionsAndRevisions) {
        return write(
                "competencies/tested.yaml",
                "id: tested\narea: testing\nnames: {en: Tested}\nsources: [a page]\n" + optionsAndRevisions);
    }

    Catalogue read() {
        return Catalogue.in(directory);
    }

    BadCatalogue refusal() {
        var refusal = catchThrowableOfType(BadCatalogue.class, this::read);
        if (refusal == null) {
            throw new AssertionError("The catalogue was not refused");
        }
        return refusal;
    }
}
