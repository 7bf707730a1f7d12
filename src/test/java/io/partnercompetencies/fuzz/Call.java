package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One operation of the document, with references followed. */
record Call(JsonNode root, String method, String path, JsonNode operation) {

    private static final String JSON = "application/json";

    String id() {
        return operation.path("operationId").asText(address());
    }

    String address() {
        return method + " " + path;
    }

    boolean changesPassword() {
        return address().equals("POST /v1/me/password");
    }

    List<JsonNode> parameters(String in) {
        return operation
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .toList();
    }

    boolean takesHeader(String name) {
        return parameters("header").stream()
                .anyMatch(header -> header.path("name").asText().equals(name));
    }

    /** The schemas of its body by media type; empty where it has none. */
    Map<String, JsonNode> bodies() {
        var found = new TreeMap<String, JsonNode>();
        operation
                .at("/requestBody/content")
                .properties()
                .forEach(type -> found.put(type.getKey(), type.getValue().path("schema")));
        return found;
    }

    boolean takesJson() {
        return bodies().keySet().stream().anyMatch(type -> type.endsWith("json") && !type.contains("ndjson"));
    }

    /** What is said of an answer with this status by itself. */
    Optional<JsonNode> answer(int status) {
        return Optional.ofNullable(operation.path("responses").get(Integer.toString(status)))
                .map(this::resolve);
    }

    /** What is said of all answers that have no word of their own. */
    Optional<JsonNode> otherAnswer() {
        return Optional.ofNullable(operation.path("responses").get("default")).map(this::resolve);
    }

    JsonNode resolve(JsonNode node) {
        var found = node;
        while (found.has("$ref")) {
            found = root.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    /** The longest beginning of the path that ends with a parameter: the thing that the call is about. */
    String place() {
        int end = path.lastIndexOf('}');
        return end < 0 ? "" : path.substring(0, end + 1);
    }

    static boolean isJson(String type) {
        return type.equals(JSON);
    }
}
