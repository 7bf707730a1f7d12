package io.partnercompetencies.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.info.Info;

/** What the document says of itself; its title and version are settings. */
final class OpenApiInfo {

    private static final String DESCRIPTION = "/openapi/description.md";

    private OpenApiInfo() {}

    static Info info() {
        return OASFactory.createInfo()
                .description(description())
                .contact(OASFactory.createContact().name("Whoever operates this service"))
                // In the words of SPDX: nothing is said about a licence.
                .license(OASFactory.createLicense()
                        .name("No licence has been chosen")
                        .identifier("NOASSERTION"));
    }

    private static String description() {
        try (var file = OpenApiInfo.class.getResourceAsStream(DESCRIPTION)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
