package io.partnercompetencies.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A credential of the catalogue in one language.
 *
 * @param kind a name of {@code Credential.Kind}
 * @param acceptedUntil the last day (UTC) on which it counts, null = for ever (T6)
 * @param aliases other English titles that pages give it, or null
 * @param competencies ids of those whose requirements in force name it, in the catalogue's order
 */
record CredentialView(
        String code,

        @Schema(enumeration = {"EXAM", "CERTIFICATION", "ASSESSMENT", "EXTERNAL_CERTIFICATION"})
        String kind,

        String title,
        LocalDate acceptedUntil,
        List<String> aliases,
        List<String> competencies) {}
