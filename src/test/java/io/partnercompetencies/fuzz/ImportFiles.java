package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** ImportFiles to import, of which the document knows only that they are text: each row is like the body of a single call. */
final class ImportFiles {

    private static final List<String> OF_USERS = List.of("firstName", "lastName", "displayName", "email", "roles");
    private static final List<String> OF_ACHIEVEMENTS =
            List.of("account", "type", "credential", "achievedAt", "expiresAt", "source");

    private final Values values;

    ImportFiles(Values values) {
        this.values = values;
    }

    byte[] of(String type, Draft draft, Random random) {
        boolean isOfUsers = draft.call.path().contains("user-imports");
        var row = new ObjectMapper()
                .createObjectNode()
                .put("$ref", "#/components/schemas/" + (isOfUsers ? "NewUser" : "NewAchievement"));
        var rows = IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(i -> values.of(draft.call, row, "", draft.caller, random))
                .toList();
        var text = type.equals("text/csv")
                ? csv(isOfUsers ? OF_USERS : OF_ACHIEVEMENTS, rows)
                : rows.stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(List<String> columns, List<JsonNode> rows) {
        return rows.stream()
                .map(row ->
                        columns.stream().map(column -> field(row.path(column))).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", String.join(",", columns) + "\r\n", "\r\n"));
    }

    private static String field(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "))
                : '"' + value.asText("").replace("\"", "\"\"") + '"';
    }
}
