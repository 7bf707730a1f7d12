package io.partnercompetencies.http;

import static io.partnercompetencies.http.Client.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script of a web site may do in the browser of somebody who is signed in. */
@QuarkusTest
@TestProfile(OtherEdge.class)
class CrossOriginTest {

    private static final String PORTAL = OtherEdge.PORTAL;

    @ParameterizedTest
    @ValueSource(strings = {PORTAL, "http://localhost:3000"})
    void a_listed_site_is_told_before_anybody_signs_in_what_it_may_send(String site) {
        var answer = preflight(site);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(site);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET", "POST", "PUT", "PATCH", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("Authorization", "Content-Type", "If-Match", "Idempotency-Key", "Accept-Language");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void a_listed_site_reads_answers_and_refusals() {
        for (var answer : List.of(
                admin().header("Origin", PORTAL).get("/v1/test/documents/3"),
                admin().header("Origin", PORTAL).get("/v1/nothing"),
                given().header("Origin", PORTAL).get("/v1/me"))) {
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Location", "Retry-After");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
            assertThat(answer.headers().getValues("Vary").toString()).contains("Origin", "Accept-Language");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://portal.contoso.example",
                "https://portal.contoso.example:8443",
                "https://portal.contoso.example.evil.example",
                "https://evil.example/https://portal.contoso.example",
                "https://PORTAL.contoso.example",
                "null",
                ""
            })
    void another_site_is_told_nothing(String site) {
        var asked = preflight(site);
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control"));

        var read = admin().header("Origin", site).get("/v1/test/documents/3");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().asList()).noneMatch(header -> header.getName().startsWith("Access-Control"));
        assertThat(read.headers().getValues("Vary").toString()).contains("Origin");
    }

    @Test
    void a_question_without_an_origin_is_no_preflight() {
        given().header("Access-Control-Request-Method", "POST")
                .options("/v1/organizations")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", PORTAL)
                .options("/v1/organizations")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo(PORTAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "portal.contoso.example",
                "https://portal.contoso.example/",
                "https://*.contoso.example",
                "ftp://a"
            })
    void what_is_no_origin_stops_the_start(String setting) {
        assertThatThrownBy(() -> new CrossOrigin(Optional.of(List.of(setting))))
                .hasMessageContaining("COMPETENCIES_CORS_ORIGINS: \"" + setting + "\" is no origin");
    }

    private static Response preflight(String site) {
        return given().header("Origin", site)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/v1/organizations");
    }
}
