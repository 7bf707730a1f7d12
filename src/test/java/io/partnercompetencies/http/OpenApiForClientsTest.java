package io.partnercompetencies.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What makes the difference in the clients that are generated from the document. */
@QuarkusTest
class OpenApiForClientsTest {

    private JsonNode document;
    private Map<String, JsonNode> calls;

    @BeforeEach
    void read() throws Exception {
        document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        calls = document.get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(call -> call.has("operationId"))
                .collect(Collectors.toMap(call -> call.get("operationId").asText(), Function.identity()));
    }

    @Test
    void every_body_and_every_answer_has_an_example() {
        assertThat(calls).hasSizeGreaterThan(25);
        assertThat(calls.entrySet().stream()
                        .filter(call -> forms(call.getValue()).anyMatch(form -> !hasExample(form)))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void lines_of_json_are_shown_as_the_text_they_are() {
        assertThat(calls.get("importAchievements").at("/requestBody/content/application~1x-ndjson/example"))
                .isInstanceOf(TextNode.class);
    }

    @Test
    void parameters_stand_in_the_order_of_the_path() {
        assertThat(parametersOf("diagnoseAchievement")).containsExactly("organizationId", "userId", "achievementId");
        assertThat(parametersOf("listUsers")).containsExactly("organizationId", "q", "status", "size", "cursor");
    }

    @Test
    void what_every_call_takes_is_asked_for_at_none() {
        assertThat(document.findValuesAsText("$ref"))
                .doesNotContain("#/components/parameters/MS-RequestId", "#/components/parameters/MS-CorrelationId");
        assertThat(calls.get("createUser").at("/responses/201/headers").has("MS-RequestId"))
                .isTrue();
    }

    @Test
    void a_body_that_can_be_left_out_is_said_to_be_so() {
        assertThat(needsBody("grantAttestation")).isFalse();
        assertThat(needsBody("createUser")).isTrue();
        assertThat(calls.get("renewSubscription").has("requestBody")).isFalse();
    }

    @Test
    void audit_records_are_not_counted() {
        assertThat(member("AuditRecordPage", "totalCount").isMissingNode()).isTrue();
        assertThat(member("UserPage", "totalCount").isMissingNode()).isFalse();
    }

    @Test
    void the_bounds_of_texts_are_told() {
        assertThat(member("NewUser", "firstName").path("maxLength").asInt()).isEqualTo(100);
        assertThat(member("NewUser", "email").path("format").asText()).isEqualTo("email");
    }

    @Test
    void a_member_with_a_schema_of_its_own_can_be_needed() {
        assertThat(document.at("/components/schemas/NewServiceAccount/required")
                        .valueStream()
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrder("name", "role");
    }

    @Test
    void a_schema_that_holds_another_begins_with_it() {
        assertThat(document.at("/components/schemas/CreatedUser/properties").fieldNames())
                .toIterable()
                .startsWith("id", "organizationId", "firstName")
                .endsWith("credentials");
    }

    @Test
    void every_enumeration_has_a_name() {
        assertThat(document.at("/components/schemas").properties().stream()
                        .filter(schema -> schema.getValue()
                                .path("properties")
                                .valueStream()
                                .anyMatch(member -> member.has("enum")))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private List<String> parametersOf(String operationId) {
        return calls.get(operationId)
                .path("parameters")
                .valueStream()
                .filter(parameter -> !parameter.has("$ref"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private boolean needsBody(String operationId) {
        return calls.get(operationId).at("/requestBody/required").asBoolean(false);
    }

    private JsonNode member(String schema, String name) {
        return document.at("/components/schemas/%s/properties/%s".formatted(schema, name));
    }

    private static Stream<JsonNode> forms(JsonNode call) {
        return Stream.concat(
                        Stream.of(call.path("requestBody")),
                        call.path("responses").properties().stream()
                                .filter(answer -> answer.getKey().startsWith("2"))
                                .map(Map.Entry::getValue))
                .flatMap(body -> body.path("content").valueStream());
    }

    private boolean hasExample(JsonNode form) {
        return form.has("example")
                || Stream.of("/schema/$ref", "/schema/items/$ref")
                        .map(form::at)
                        .filter(JsonNode::isTextual)
                        .anyMatch(ref -> !document.at(ref.asText().substring(1))
                                .path("examples")
                                .isEmpty());
    }
}
