package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The OpenAPI document as the service hands it out. */
record Document(JsonNode root, List<Call> calls) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    static Document of(String baseUrl) throws IOException {
        var root = new ObjectMapper()
                .readTree(URI.create(baseUrl + "/q/openapi?format=json").toURL());
        return new Document(
                root,
                root.get("paths").properties().stream()
                        .flatMap(path -> calls(root, path))
                        .toList());
    }

    /** @param address such as {@code POST /v1/organizations} */
    Call call(String address) {
        return calls.stream()
                .filter(call -> call.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Call> calls(JsonNode root, Map.Entry<String, JsonNode> path) {
        return path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .map(call -> new Call(root, call.getKey().toUpperCase(Locale.ROOT), path.getKey(), call.getValue()));
    }
}
