package io.partnercompetencies.problem;

import static io.partnercompetencies.http.Client.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemTest {

    @ParameterizedTest
    @CsvSource({
        "refusal, 409, association-limited",
        "wrapped, 404, not-found",
        "bug, 500, internal",
        "overflow, 500, internal",
        "unwritable, 500, internal",
        "lock, 412, etag-mismatch",
        "duplicate, 409, duplicate-user",
        "nul, 422, invalid",
        "statement, 503, overloaded",
        "killed, 503, database-unavailable",
        "unreachable, 503, database-unavailable",
        "exhausted, 503, database-unavailable"
    })
    void every_failure_becomes_a_problem_with_its_code(String kind, int status, String code) {
        var body = problem(fail(kind), status, code)
                .body("detail", notNullValue())
                .extract()
                .asString();
        assertThat(body).doesNotContain("Exception", "io.", "java.", "select", "insert", "\tat ");
    }

    @Test
    void a_refusal_carries_its_members() {
        fail("refusal").body("nextAssociationAllowedAt", equalTo("2026-11-21T09:30:00Z"));
    }

    @Test
    void what_will_pass_says_when_to_try_again() {
        fail("statement").header("Retry-After", notNullValue());
        fail("unreachable").header("Retry-After", notNullValue());
        fail("bug").header("Retry-After", nullValue());
    }

    @Test
    void the_service_goes_on_after_its_connection_was_killed() {
        fail("killed");
        fail("refusal").statusCode(409);
    }

    @Test
    void an_unknown_route_is_404_for_those_signed_in() {
        problem(admin().get("/v1/nothing").then(), 404, "not-found");
        problem(admin().get("/v1/test/things/no-uuid").then(), 404, "not-found");
        problem(admin().get("/nothing").then(), 404, "not-found");
    }

    @Test
    void another_method_is_405_and_says_which_ones_there_are() {
        problem(admin().delete("/v1/test/things").then(), 405, "method-not-allowed");
    }

    @Test
    void media_types_that_are_not_spoken_are_406_and_415() {
        problem(admin().accept("image/png").get("/v1/test/numbers").then(), 406, "not-acceptable");
        problem(
                admin().contentType("text/plain")
                        .body("x")
                        .post("/v1/test/things")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "de,-", ";q=1", ",", "en-", "zz-ZZ-ZZZZZZZZZZ"})
    void a_language_that_is_garbage_is_no_error_of_ours_where_a_body_breaks_rules(String language) {
        problem(
                admin().header("Accept-Language", language)
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/test/things")
                        .then(),
                422,
                "invalid");
    }

    @Test
    void an_accept_header_that_is_garbage_is_no_error_of_ours() {
        for (var accept : new String[] {"///", "*", "a/b;q=x", ";", "application/json;q=0.0000000001", "text/\u00e4"}) {
            admin().header("Accept", accept).get("/v1/test/numbers").then().statusCode(Matchers.lessThan(500));
        }
    }

    @Test
    void a_broken_constraint_of_a_query_parameter_is_400_and_names_it() {
        problem(admin().queryParam("name", "long").get("/v1/test/validated").then(), 400, "invalid-parameter")
                .body("errors[0].pointer", equalTo("name"));
    }

    private static ValidatableResponse fail(String kind) {
        return admin().get("/v1/test/failures/" + kind).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:partner-competencies:problem:" + code))
                .body("title", not(nullValue()))
                .body("requestId", equalTo(answer.extract().header("MS-RequestId")));
    }
}
