package io.partnercompetencies.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What the document says in words, from {@code openapi/texts.properties}. The words stand outside the Java types because
 * {@code rules} knows no annotations, and because the same ones would stand at the same member of several records.
 */
final class OpenApiTexts {

    private static final String TEXTS = "/openapi/texts.properties";
    /** Ends the name of a member that an answer may leave out, as in the contract. */
    private static final String OPTIONAL = "?";

    private static final String ANYWHERE = "*";

    /** What the scanner says of an answer where the method says nothing. */
    private static final Set<String> MADE_UP = Set.of("", "OK", "Created", "No Content");

    private final OpenAPI document;
    private final Map<String, String> texts = read();

    OpenApiTexts(OpenAPI document) {
        this.document = document;
    }

    static Map<String, String> read() {
        try (var file = OpenApiTexts.class.getResourceAsStream(TEXTS);
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            var sorted = new TreeMap<String, String>();
            texts.stringPropertyNames().forEach(key -> sorted.put(key, texts.getProperty(key)));
            return sorted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add() {
        var components = document.getComponents();
        components.getSchemas().forEach(this::describe);
        components.getParameters().forEach((name, header) -> header.setDescription(texts.get("header." + name)));
        components.getHeaders().forEach((name, header) -> header.setDescription(texts.get("header." + name)));
        OpenApiCall.of(document).forEach(call -> {
            var operation = call.operation();
            if (operation.getDescription() == null) {
                operation.setDescription(texts.get("operation." + operation.getOperationId()));
            }
            call.parameters()
                    .filter(parameter -> parameter.getRef() == null)
                    .forEach(parameter -> parameter.setDescription(texts.get("parameter." + parameter.getName())));
            call.successes()
                    .filter(OpenApiTexts::saysNothing)
                    .forEach(answer -> answer.setDescription(texts.getOrDefault(
                            "answer." + operation.getOperationId(),
                            answer.getContent() == null ? texts.get("answer") : operation.getSummary())));
        });
    }

    private static boolean saysNothing(APIResponse answer) {
        return answer.getDescription() == null || MADE_UP.contains(answer.getDescription());
    }

    private void describe(String name, Schema schema) {
        schema.setDescription(name.endsWith(OpenApiSchemas.PAGE) ? texts.get(OpenApiSchemas.PAGE) : texts.get(name));
        if (schema.getProperties() == null) {
            return;
        }
        boolean isAnswer = !isClosed(schema);
        var always = new ArrayList<String>();
        schema.getProperties()
                .forEach((member, value) -> key(name, member).ifPresent(key -> {
                    value.setDescription(texts.get(key));
                    if (!key.endsWith(OPTIONAL)) {
                        always.add(member);
                    }
                }));
        if (isAnswer) {
            schema.setRequired(always.isEmpty() ? null : always);
        }
    }

    /** The member's own text, or the one for its name wherever it stands. */
    private Optional<String> key(String schema, String member) {
        var owner = schema.endsWith(OpenApiSchemas.PAGE) ? OpenApiSchemas.PAGE : schema;
        return Stream.of(owner, ANYWHERE)
                .map(place -> place + "." + member)
                .flatMap(key -> Stream.of(key, key + OPTIONAL))
                .filter(texts::containsKey)
                .findFirst();
    }

    private static boolean isClosed(Schema schema) {
        var others = schema.getAdditionalPropertiesSchema();
        return others != null && Boolean.FALSE.equals(others.getBooleanSchema());
    }
}
