package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The document's schemas, stricter than clients should be: a member that they do not name is a fault. */
final class Shapes {

    private static final String ID = "urn:openapi";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> written = new ArrayList<>();
    private final Map<JsonNode, Integer> places = new HashMap<>();
    private final ObjectNode closed;
    private final Map<Integer, JsonSchema> compiled = new HashMap<>();
    private JsonSchemaFactory factory;

    Shapes(Document document) {
        closed = document.root().deepCopy();
        close(closed.at("/components/schemas"));
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.path("additionalProperties").isObject()) {
            schema.put("additionalProperties", false);
        }
        node.forEach(Shapes::close);
    }

    /** What is wrong with a body, if anything. */
    List<String> faults(JsonNode schema, byte[] body) {
        try {
            return schema(schema).validate(JSON.readTree(body)).stream()
                    .map(message -> message.getMessage())
                    .toList();
        } catch (IOException e) {
            return List.of("it is no JSON");
        }
    }

    /** Schemas are written beside those of the document, so that their references lead there. */
    private JsonSchema schema(JsonNode schema) {
        var place = places.computeIfAbsent(schema, unseen -> {
            written.add(unseen);
            return written.size() - 1;
        });
        return compiled.computeIfAbsent(
                place,
                unseen -> factory()
                        .getSchema(
                                SchemaLocation.of(ID + "#/components/schemas/Answer" + place),
                                SchemaValidatorsConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build()));
    }

    private JsonSchemaFactory factory() {
        var schemas = (ObjectNode) closed.at("/components/schemas");
        for (int i = 0; i < written.size(); i++) {
            schemas.set("Answer" + i, written.get(i));
        }
        factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, closed.toString()))));
        return factory;
    }
}
