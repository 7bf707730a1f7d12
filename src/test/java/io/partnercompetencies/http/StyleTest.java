package io.partnercompetencies.http;

import static io.partnercompetencies.http.Client.admin;
import static io.partnercompetencies.http.Client.sending;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, entity tags, merge patches and the headers of every answer. */
@QuarkusTest
class StyleTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Test
    void a_collection_is_walked_by_its_links_without_a_gap() {
        List<Integer> seen = new ArrayList<>();
        var next = "/v1/test/numbers?q=a%26b%20c%C3%A9%2B&size=7";
        while (next != null) {
            var page = admin().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .body("totalCount", equalTo(120));
            page.body("links.self.uri", equalTo(next));
            seen.addAll(page.extract().path("items"));
            next = page.extract().path("links.next.uri");
            assertThat(next == null || next.startsWith("/v1/test/numbers?") && next.contains("q=a%26b%20c%C3%A9%2B"))
                    .isTrue();
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_page_has_fifty_items_unless_another_size_is_asked_for() {
        admin().get("/v1/test/numbers")
                .then()
                .body("items", hasSize(50))
                .body("links.self.uri", equalTo("/v1/test/numbers"));
        admin().get("/v1/test/numbers?size=1").then().body("items", hasSize(1));
        admin().get("/v1/test/numbers?size=200")
                .then()
                .body("items", hasSize(120))
                .body("links.next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=0",
                "size=201",
                "size=-1",
                "size=x",
                "size=1.0",
                "size=99999999999",
                "cursor=***",
                "cursor=%00",
                "cursor=_w",
                "cursor=AAAA",
                "q=%00",
                "q=a%0Ab",
                "q=123456789012345678901",
                "at=now",
                "size=",
                "cursor=",
                "q=",
                "at=",
                "at=2026-11-21",
                "at=%2B1000000000-12-31T00:00:00Z"
            })
    void a_parameter_that_cannot_be_is_400_and_named(String parameter) {
        admin().urlEncodingEnabled(false)
                .get("/v1/test/numbers?" + parameter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-parameter"))
                .body("errors[0].pointer", equalTo(parameter.substring(0, parameter.indexOf('='))));
    }

    @Test
    void an_unknown_parameter_is_ignored() {
        admin().get("/v1/test/numbers?color=").then().statusCode(200);
        admin().get("/v1/test/numbers?colour=blue&%00=%00").then().statusCode(200);
    }

    @Test
    void a_resource_is_sent_once_for_each_of_its_versions() {
        admin().get("/v1/test/documents/3").then().statusCode(200).header("ETag", "\"3\"");
        for (var known : List.of("\"3\"", "W/\"3\"", "\"1\", \"3\"", "*")) {
            admin().header("If-None-Match", known)
                    .get("/v1/test/documents/3")
                    .then()
                    .statusCode(304)
                    .header("ETag", "\"3\"")
                    .header("Vary", "Accept-Language, Authorization");
        }
        for (var other : List.of("\"2\"", "3", "garbage", "\"")) {
            admin().header("If-None-Match", other)
                    .get("/v1/test/documents/3")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_change_of_another_version_is_refused() {
        for (var other : List.of("\"2\"", "W/\"3\"", "3", "", "garbage")) {
            patch("{}", MERGE_PATCH, other).statusCode(412).body("code", equalTo("etag-mismatch"));
        }
        for (var same : List.of("\"3\"", "\"2\", \"3\"", "*")) {
            patch("{}", MERGE_PATCH, same).statusCode(200);
        }
    }

    @Test
    void a_merge_patch_changes_what_it_names() {
        for (var type : List.of(MERGE_PATCH, "application/json", "application/json; charset=utf-8")) {
            patch("{\"count\":8}", type)
                    .statusCode(200)
                    .body("name", equalTo("before"))
                    .body("count", equalTo(8));
        }
        patch("{\"count\":null}", MERGE_PATCH)
                .statusCode(200)
                .body("count", nullValue())
                .body("name", equalTo("before"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1}",
                "{\"id\":null}",
                "{\"name\":7}",
                "{\"count\":\"8\"}",
                "{\"count\":{}}",
                "{\"count\":1e2147483648}",
                "[]",
                "null",
                "\"a\"",
                ""
            })
    void a_merge_patch_of_other_members_or_types_is_400(String body) {
        patch(body, MERGE_PATCH).statusCode(400).body("code", equalTo("malformed"));
    }

    @Test
    void a_merge_patch_that_breaks_a_rule_is_422() {
        patch("{\"name\":\" \"}", MERGE_PATCH).statusCode(422).body("errors[0].pointer", equalTo("/name"));
        patch("{\"name\":null}", MERGE_PATCH).statusCode(422).body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void the_ids_of_a_request_are_echoed() {
        given().header("MS-RequestId", "a:1.b_c-d")
                .header("MS-CorrelationId", "the-journey")
                .get("/v1/nothing")
                .then()
                .statusCode(401)
                .header("MS-RequestId", "a:1.b_c-d")
                .header("MS-CorrelationId", "the-journey")
                .body("requestId", equalTo("a:1.b_c-d"));
    }

    @Test
    void ids_that_are_absent_or_would_forge_the_log_are_made_up() {
        for (var sent : List.of("a b", "x".repeat(129), "{jndi}", "")) {
            var id =
                    admin().header("MS-RequestId", sent).get("/v1/test/numbers").header("MS-RequestId");
            assertThat(UUID.fromString(id)).isNotNull();
        }
        for (var path : List.of("/q/health/ready", "/nothing", "/v1/test/numbers")) {
            assertThat(UUID.fromString(admin().get(path).header("MS-CorrelationId")))
                    .isNotNull();
        }
    }

    @Test
    void every_answer_says_what_it_varies_by() {
        for (var path : List.of("/v1/test/numbers", "/v1/nothing", "/v1/test/documents/1")) {
            admin().get(path).then().header("Vary", "Accept-Language, Authorization");
        }
        given().get("/v1/test/numbers").then().header("Vary", "Accept-Language, Authorization");
    }

    @Test
    void no_browser_from_any_site_is_let_in_unless_listed() {
        given().header("Origin", "https://portal.contoso.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/organizations")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
        admin().header("Origin", "https://portal.contoso.example")
                .get("/v1/test/numbers")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void no_cache_between_keeps_an_answer_and_nobodys_keeps_the_answer_to_a_write() {
        for (var path : List.of("/v1/test/numbers", "/v1/nothing", "/v1/test/documents/1")) {
            admin().get(path).then().header("Cache-Control", equalTo("private, no-cache"));
        }
        admin().header("If-None-Match", "*")
                .get("/v1/test/documents/1")
                .then()
                .statusCode(304)
                .header("Cache-Control", equalTo("private, no-cache"));
        sending("{\"name\":\"a\"}").post("/v1/test/things").then().header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void a_browser_takes_no_answer_for_something_else_than_it_says() {
        for (var path : List.of("/v1/test/numbers", "/v1/nothing", "/q/health/live", "/nothing")) {
            admin().get(path).then().header("X-Content-Type-Options", equalTo("nosniff"));
        }
    }

    @Test
    void the_description_names_the_service_and_how_to_sign_in() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Partner Competencies"))
                .body("components.securitySchemes.basic.scheme", equalTo("basic"))
                .body("paths", not(nullValue()));
    }

    private static ValidatableResponse patch(String body, String type) {
        return patch(body, type, "*");
    }

    private static ValidatableResponse patch(String body, String type, String ifMatch) {
        return sending(body)
                .contentType(type)
                .header("If-Match", ifMatch)
                .patch("/v1/test/documents/3")
                .then();
    }
}
