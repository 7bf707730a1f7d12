package io.partnercompetencies.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Shows credentials in one language, with the competencies that ask for them at one instant. */
final class CredentialViews {

    private final String language;
    private final Map<String, List<String>> competencies;

    /** @param language a tag such as {@code pt-BR} */
    CredentialViews(Catalogue catalogue, String language, Instant at) {
        this.language = language;
        this.competencies = catalogue.competenciesByCredential(at);
    }

    CredentialView show(CatalogueCredential one) {
        return new CredentialView(
                one.code(),
                one.credential().kind().name(),
                one.titles().in(language),
                one.credential().acceptedUntil(),
                one.aliases().isEmpty() ? null : one.aliases(),
                competencies.getOrDefault(one.code(), List.of()));
    }
}
