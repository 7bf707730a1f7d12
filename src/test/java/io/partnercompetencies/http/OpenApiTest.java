package io.partnercompetencies.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercompetencies.problem.Code;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document that clients are generated from leaves nothing out. */
@QuarkusTest
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** By operation id, or by method and path where there is none. */
    private static final Map<String, JsonNode> CALLS = new TreeMap<>();

    private static JsonNode document;

    /** Not before all: the address of the service is known only now. */
    @BeforeEach
    void read() throws Exception {
        document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(call -> CALLS.put(
                                call.getValue().path("operationId").asText(call.getKey() + " " + path.getKey()),
                                call.getValue())));
    }

    @Test
    void every_call_has_an_id_a_summary_a_description_and_a_tag() {
        assertThat(CALLS).hasSizeGreaterThan(25);
        assertThat(callsWhere(call -> call.path("operationId").asText().isBlank()
                        || call.path("summary").asText().isBlank()
                        || !isDescribed(call)
                        || call.path("tags").isEmpty()))
                .isEmpty();
    }

    @Test
    void every_call_says_what_it_answers() {
        assertThat(callsWhere(call -> successes(call).isEmpty()
                        || successes(call).stream()
                                .anyMatch(answer -> !answer.path("noContent").asBoolean()
                                        && (answer.path("content").isEmpty()
                                                || answer.path("content").properties().stream()
                                                        .anyMatch(form -> !hasType(
                                                                form.getValue().path("schema")))))))
                .isEmpty();
    }

    @Test
    void every_call_says_how_it_refuses() {
        assertThat(callsWhere(call -> !call.path("responses").has("401")
                        || !call.path("responses").has("503")
                        || call.path("responses").properties().stream()
                                .filter(answer -> answer.getKey().matches("[45]..|default"))
                                .map(answer -> resolve(answer.getValue()))
                                .anyMatch(answer -> !answer.at("/content/application~1problem+json/schema/$ref")
                                        .asText()
                                        .endsWith("/Problem"))))
                .isEmpty();
    }

    @Test
    void a_body_is_described_and_can_be_refused() {
        assertThat(callsWhere(call -> call.has("requestBody")
                        && (call.at("/requestBody/content").isEmpty()
                                || call.at("/requestBody/content").properties().stream()
                                        .anyMatch(
                                                type -> !hasType(type.getValue().path("schema")))
                                || !List.of("400", "413", "415", "422").stream()
                                        .allMatch(call.path("responses")::has))))
                .isEmpty();
    }

    @Test
    void every_parameter_has_a_type_and_a_description() {
        assertThat(callsWhere(call -> call.path("parameters")
                        .valueStream()
                        .map(OpenApiTest::resolve)
                        .anyMatch(parameter -> !hasType(parameter.path("schema")) || !isDescribed(parameter))))
                .isEmpty();
    }

    @Test
    void every_member_has_a_type_and_a_description() {
        var found = new TreeSet<String>();
        eachMember((name, member) -> {
            if (!hasType(member) || !isDescribed(member)) {
                found.add(name);
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void every_schema_has_a_type_and_a_description() {
        assertThat(schemas().properties().stream()
                        .filter(schema -> !hasType(schema.getValue()) || !isDescribed(schema.getValue()))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void no_text_is_left_of_what_is_gone() {
        var named = new TreeSet<String>();
        eachMember((name, member) -> {
            var page = name.replaceFirst("^[A-Za-z]+Page\\.", "Page.");
            var anywhere = "*" + name.substring(name.indexOf('.'));
            named.addAll(List.of(name, name + "?", page, page + "?", anywhere, anywhere + "?"));
        });
        schemas().fieldNames().forEachRemaining(name -> named.add(name.endsWith("Page") ? "Page" : name));
        CALLS.values()
                .forEach(call -> call.path("parameters")
                        .forEach(parameter ->
                                named.add("parameter." + parameter.path("name").asText())));
        CALLS.keySet().forEach(call -> named.addAll(List.of("operation." + call, "answer." + call)));
        named.add("answer");
        document.at("/components/parameters").fieldNames().forEachRemaining(name -> named.add("header." + name));
        document.at("/components/headers").fieldNames().forEachRemaining(name -> named.add("header." + name));
        var left = new TreeSet<>(OpenApiTexts.read().keySet());
        left.removeAll(named);
        assertThat(left).isEmpty();
    }

    @Test
    void an_example_has_known_members_and_none_is_missing() {
        schemas()
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("examples")
                        .forEach(example -> assertFits(schema.getKey(), schema.getValue(), example)));
    }

    private static void assertFits(String place, JsonNode schema, JsonNode example) {
        var known = resolve(schema);
        if (known.has("enum")) {
            assertThat(known.get("enum").valueStream()).as(place).contains(example);
        }
        if (example.isArray()) {
            example.forEach(item -> assertFits(place + "[]", known.path("items"), item));
        }
        if (example.isObject()) {
            known.path("required")
                    .forEach(member -> assertThat(example.has(member.asText()))
                            .as(place + " has " + member)
                            .isTrue());
            example.properties().forEach(member -> {
                var inside = place + "." + member.getKey();
                boolean isNamed = known.path("properties").has(member.getKey());
                assertThat(isNamed || known.path("additionalProperties").isObject())
                        .as(inside)
                        .isTrue();
                if (isNamed) {
                    assertFits(inside, known.path("properties").get(member.getKey()), member.getValue());
                }
            });
        }
    }

    @Test
    void a_problem_has_one_of_the_stable_codes() {
        assertThat(schemas().at("/ProblemCode/enum").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(Code::text).toList());
    }

    @Test
    void what_can_be_read_with_a_tag_can_be_changed_by_it() {
        assertThat(headersOf("getUser")).contains("If-None-Match");
        assertThat(headersOf("editUser")).contains("If-Match");
        assertThat(headersOf("removeUser")).contains("If-Match");
        assertThat(headersOf("endAssociation")).doesNotContain("If-Match");
        assertThat(headersOf("createUser")).contains("Idempotency-Key");
        assertThat(headersOf("resetPassword")).contains("Idempotency-Key");
        assertThat(headersOf("changePassword")).doesNotContain("Idempotency-Key");
        assertThat(CALLS.get("getStatus").at("/responses/304/headers").has("Complete-Through"))
                .isTrue();
        assertThat(CALLS.get("editUser").at("/requestBody/content").has("application/merge-patch+json"))
                .isTrue();
        assertThat(schemas().at("/UserEdit").has("required")).isFalse();
    }

    @Test
    void a_batch_is_a_list_of_what_is_reported_alone() {
        var batch = CALLS.get("recordAchievements").at("/requestBody/content/application~1json/schema");
        assertThat(batch.at("/items/$ref").asText()).endsWith("/NewAchievement");
        assertThat(batch.path("maxItems").asInt()).isEqualTo(1000);
    }

    @Test
    void no_mark_that_was_meant_for_the_build_is_left() {
        assertThat(document.toString()).doesNotContain("\"x-");
    }

    @Test
    void it_names_no_machine() {
        assertThat(document.at("/servers").findValuesAsText("url")).containsExactly("/");
    }

    private static List<String> callsWhere(Predicate<JsonNode> wrong) {
        return CALLS.entrySet().stream()
                .filter(call -> wrong.test(call.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> headersOf(String operationId) {
        return CALLS.get(operationId)
                .path("parameters")
                .valueStream()
                .map(OpenApiTest::resolve)
                .filter(parameter -> parameter.path("in").asText().equals("header"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static List<JsonNode> successes(JsonNode call) {
        var found = new ArrayList<JsonNode>();
        call.path("responses").properties().stream()
                .filter(answer ->
                        answer.getKey().startsWith("2") && !answer.getKey().equals("204"))
                .forEach(answer -> found.add(resolve(answer.getValue())));
        if (call.path("responses").has("204")) {
            found.add(new ObjectMapper().createObjectNode().put("noContent", true));
        }
        return found;
    }

    private static void eachMember(BiConsumer<String, JsonNode> action) {
        schemas()
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(member -> action.accept(schema.getKey() + "." + member.getKey(), member.getValue())));
    }

    private static JsonNode schemas() {
        return document.at("/components/schemas");
    }

    private static boolean isDescribed(JsonNode node) {
        return !node.path("description").asText().isBlank();
    }

    /** Down to the items of arrays; a reference must lead somewhere. */
    private static boolean hasType(JsonNode schema) {
        var known = resolve(schema);
        if (!known.has("type")) {
            return false;
        }
        return !known.path("type").asText().equals("array") || hasType(known.path("items"));
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
