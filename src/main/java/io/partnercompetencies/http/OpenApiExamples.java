package io.partnercompetencies.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The examples, from {@code openapi/examples/}: of JSON one for each schema, by its name; of files one for each call,
 * by its id. A page shows the example of its items.
 */
final class OpenApiExamples {

    private static final String FOLDER = "/openapi/examples/";
    private static final Map<String, String> ENDINGS = Map.of("text/csv", ".csv", "application/x-ndjson", ".ndjson");

    private final OpenAPI document;
    private final ObjectMapper json = new ObjectMapper();

    OpenApiExamples(OpenAPI document) {
        this.document = document;
    }

    void add() {
        var schemas = document.getComponents().getSchemas();
        schemas.forEach((name, schema) -> file(name + ".json").map(this::parsed).ifPresent(schema::addExample));
        schemas.entrySet().stream()
                .filter(named -> named.getKey().endsWith(OpenApiSchemas.PAGE))
                .map(Map.Entry::getValue)
                .forEach(this::page);
        OpenApiCall.of(document).forEach(call -> {
            var id = call.operation().getOperationId();
            if (call.hasBody()) {
                files(id, call.operation().getRequestBody().getContent());
            }
            call.successes()
                    .filter(answer -> answer.getContent() != null)
                    .forEach(answer -> files(id, answer.getContent()));
        });
    }

    private void page(Schema page) {
        var item = page.getProperties().get("items").getItems().getRef();
        var examples = document.getComponents()
                .getSchemas()
                .get(OpenApiSchemas.name(item))
                .getExamples();
        if (examples != null) {
            var example = new LinkedHashMap<String, Object>();
            if (page.getProperties().containsKey("totalCount")) {
                example.put("totalCount", examples.size());
            }
            example.put("items", examples);
            example.put("links", Map.of("self", Map.of("uri", "/v1/…")));
            page.addExample(example);
        }
    }

    /** As text, whatever it looks like. */
    private void files(String operationId, Content content) {
        ENDINGS.forEach((type, ending) -> {
            if (content.hasMediaType(type)) {
                file(operationId + ending)
                        .ifPresent(text -> content.getMediaType(type).setExample(text));
            }
        });
    }

    private Object parsed(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> file(String name) {
        try (InputStream file = OpenApiExamples.class.getResourceAsStream(FOLDER + name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
