package io.partnercompetencies.owasp;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The calls of the OpenAPI document, as whoever wants to try them all reads it. */
final class Documented {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    record Call(String method, String template, List<String> parameters, boolean hasBody) {

        /** With something in the place of every id. */
        String path(String organizationId) {
            return template.replace("{organizationId}", organizationId)
                    .replaceAll("\\{[^}]+}", "0193a1b2-0000-7000-8000-000000000000");
        }
    }

    private Documented() {}

    static List<Call> calls() {
        Map<String, Map<String, Object>> paths = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        var calls = new ArrayList<Call>();
        paths.forEach((template, members) -> members.forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                calls.add(call(method, template, (Map<?, ?>) operation));
            }
        }));
        return calls;
    }

    private static Call call(String method, String template, Map<?, ?> operation) {
        var parameters = operation.get("parameters") instanceof List<?> list
                ? list.stream()
                        .map(parameter -> String.valueOf(((Map<?, ?>) parameter).get("name")))
                        .toList()
                : List.<String>of();
        return new Call(method.toUpperCase(Locale.ROOT), template, parameters, operation.containsKey("requestBody"));
    }
}
