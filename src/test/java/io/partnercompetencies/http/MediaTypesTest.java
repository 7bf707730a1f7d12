package io.partnercompetencies.http;

import static io.partnercompetencies.http.Client.admin;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients accept and send, readable or not, and the methods of an address. */
@QuarkusTest
class MediaTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/json",
                "text/html, application/json;q=0.1",
                "garbage",
                "application/json,",
                "application/json;q=x",
                ";"
            })
    void an_answer_is_json_for_whoever_accepts_it_or_cannot_be_understood(String accept) {
        admin().header("Accept", accept)
                .get("/v1/competencies/messaging")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/json;charset=UTF-8");
    }

    @Test
    void who_accepts_refusals_alone_can_make_a_call_that_answers_nothing() {
        admin().header("Accept", "application/problem+json")
                .delete("/v1/achievements/0193a1b2-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/csv", "application/vnd.api+json", "image/png, text/html"})
    void a_media_type_that_no_answer_has_is_not_acceptable(String accept) {
        admin().header("Accept", accept)
                .get("/v1/competencies/messaging")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", equalTo("not-acceptable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "garbage", ";"})
    void a_body_of_another_media_type_is_415(String type) {
        admin().header("Content-Type", type)
                .body("{}".getBytes())
                .post("/v1/organizations")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("unsupported-media-type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/organizations | GET, HEAD, OPTIONS, POST",
                "/v1/organizations/ | GET, HEAD, OPTIONS, POST",
                "/v1/organizations;a=b | GET, HEAD, OPTIONS, POST",
                "/v1/organizations/5/users/6 | DELETE, GET, HEAD, OPTIONS, PATCH",
                "/v1/achievements/batch | DELETE, OPTIONS, POST",
                "/v1/organizations/5/competencies | GET, HEAD, OPTIONS"
            })
    void an_address_names_its_methods_to_who_tries_another(String path, String methods) {
        admin().urlEncodingEnabled(false)
                .put(path)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", methods);
    }
}
