package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schemas of the document's answers, stricter than clients should be: a member that they do not name is a fault. */
final class Shapes {

    private static final String ID = "urn:openapi";
    private static final String SCHEMAS = "/components/schemas";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

    /** All are written beside those that have names, so that their references lead there. */
    Shapes(Document document) {
        ObjectNode closed = document.root().deepCopy();
        closed.retain("components");
        close(closed.at(SCHEMAS));
        var schemas = (ObjectNode) closed.at(SCHEMAS);
        var answers =
                document.calls().stream().flatMap(Shapes::answers).distinct().toList();
        answers.forEach(answer -> schemas.set("Answer" + answers.indexOf(answer), answer));
        var factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, closed.toString()))));
        var strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        answers.forEach(answer -> compiled.put(
                answer,
                factory.getSchema(
                        SchemaLocation.of(ID + "#" + SCHEMAS + "/Answer" + answers.indexOf(answer)), strict)));
    }

    private static Stream<JsonNode> answers(Call call) {
        return call.operation()
                .path("responses")
                .valueStream()
                .map(call::resolve)
                .flatMap(answer -> answer.path("content").valueStream())
                .map(content -> content.path("schema"));
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
            return compiled.get(schema).validate(JSON.readTree(body)).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException e) {
            return List.of("it is no JSON");
        }
    }
}
