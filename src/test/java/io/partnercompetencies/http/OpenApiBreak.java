package io.partnercompetencies.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.function.Consumer;

/** Changes of the document that clients do not survive. */
enum OpenApiBreak {
    A_CALL_IS_GONE(document -> object(document, "/paths").remove("/v1/me/password")),
    A_CALL_HAS_ANOTHER_ID(document -> object(document, "/paths/~1v1~1me/get").put("operationId", "whoAmI")),
    A_PARAMETER_IS_GONE(document ->
            list(document, "/paths/~1v1~1credentials/get/parameters").remove(0)),
    A_PARAMETER_MUST_BE_SENT(document ->
            object(document, "/paths/~1v1~1credentials/get/parameters/0").put("required", true)),
    A_MEMBER_OF_AN_ANSWER_IS_GONE(
            document -> object(document, "/components/schemas/User/properties").remove("leftAt")),
    A_MEMBER_OF_AN_ANSWER_MAY_BE_ABSENT(document ->
            list(document, "/components/schemas/Association/required").remove(0)),
    A_MEMBER_IS_OF_ANOTHER_TYPE(document -> object(document, "/components/schemas/UserImport/properties/totalRows")
            .put("type", "string")),
    A_FURTHER_MEMBER_MUST_BE_SENT(document -> {
        object(document, "/components/schemas/NewUser/properties")
                .putObject("language")
                .put("type", "string");
        list(document, "/components/schemas/NewUser/required").add("language");
    }),
    A_VALUE_CANNOT_BE_SENT_ANY_MORE(
            document -> list(document, "/components/schemas/Market/enum").remove(0)),
    A_TEXT_MUST_BE_SHORTER(document ->
            object(document, "/components/schemas/NewUser/properties/firstName").put("maxLength", 10));

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Consumer<ObjectNode> change;

    OpenApiBreak(Consumer<ObjectNode> change) {
        this.change = change;
    }

    String in(String document) throws JsonProcessingException {
        var changed = (ObjectNode) YAML.readTree(document);
        change.accept(changed);
        return YAML.writeValueAsString(changed);
    }

    private static ObjectNode object(ObjectNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static ArrayNode list(ObjectNode document, String pointer) {
        return (ArrayNode) document.at(pointer);
    }
}
