package io.partnercompetencies.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API4:2023, unrestricted resource consumption: requests that are cheap to send and dear to answer. */
@QuarkusTest
class Api4ResourceConsumptionTest {

    private static final int LARGEST_BODY = 4 << 20;

    @Inject
    PartnerFixture partners;

    private Partner contoso;

    @BeforeEach
    void a_partner() {
        contoso = partners.partner();
    }

    @Test
    void no_collection_gives_more_than_two_hundred_at_once() {
        var collections = Documented.calls().stream()
                .filter(call -> call.parameters().contains("size"))
                .toList();
        assertThat(collections).hasSizeGreaterThan(8);
        for (var call : collections) {
            for (var size : List.of("201", "0", "-1", "2147483648", "1e9")) {
                var answer = PartnerFixture.admin()
                        .queryParam("account", "a@b.example")
                        .queryParam("size", size)
                        .get(call.path(contoso.id()));
                assertThat(answer.statusCode())
                        .as(call.template() + " size " + size)
                        .isIn(400, 404);
            }
        }
    }

    @Test
    void no_call_reads_a_body_without_end() {
        var body = " ".repeat(LARGEST_BODY + 1);
        var calls = Documented.calls().stream().filter(Documented.Call::hasBody).toList();
        assertThat(calls).hasSizeGreaterThan(10);
        for (var call : calls) {
            var answer = PartnerFixture.admin().body(body).request(call.method(), call.path(contoso.id()));
            assertThat(answer.statusCode()).as(call.toString()).isIn(413, 415);
        }
    }

    @Test
    void json_without_a_bottom_is_not_dug_through() {
        for (var body : List.of(
                "[".repeat(30_000),
                "{\"a\":".repeat(12_000),
                "[".repeat(15_000) + "]".repeat(15_000),
                "{\"firstName\":" + "[".repeat(15_000) + "]".repeat(15_000) + "}")) {
            assertThat(post("/users", body)).isEqualTo(400);
        }
    }

    @Test
    void numbers_without_end_are_not_computed() {
        for (var value : List.of("9".repeat(30_000), "1e1000000000", "1e-1000000000", "0." + "1".repeat(30_000))) {
            var body =
                    "{\"records\":[{\"customerId\":\"c\",\"metric\":\"active-entitlements\",\"product\":\"exchange-online\","
                            + "\"association\":\"delegated-admin\",\"period\":\"" + partners.month() + "\",\"value\":"
                            + value + "}]}";
            int status = PartnerFixture.admin()
                    .body(body)
                    .put(contoso.path("/performance"))
                    .statusCode();
            assertThat(status)
                    .as(value.substring(0, Math.min(20, value.length())))
                    .isIn(200, 400, 422);
            partners.get(contoso.path("/performance")).statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "lastName", "displayName", "email"})
    void a_text_of_sixty_thousand_letters_is_refused(String member) {
        for (var text : List.of(
                "x".repeat(60_000), "a@" + "a.".repeat(29_000) + "!", "a".repeat(30_000) + "@" + "-".repeat(30_000))) {
            var body = Map.of(
                    "firstName", member.equals("firstName") ? text : "Ana",
                    "lastName", member.equals("lastName") ? text : "Contoso",
                    "displayName", member.equals("displayName") ? text : "Ana",
                    "email", member.equals("email") ? text : "ana@contoso.example");
            PartnerFixture.admin()
                    .body(body)
                    .post(contoso.path("/users"))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/" + member));
        }
    }

    /** Patterns that try every way to divide such texts would not come back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Language",
                "If-None-Match",
                "If-Match",
                "Accept",
                "MS-RequestId",
                "Idempotency-Key",
                "Content-Type",
                "Authorization",
                "Range",
                "Forwarded"
            })
    void headers_made_to_be_hard_to_read_are_read_at_once(String header) {
        for (var text : List.of(
                "a-".repeat(5_000) + "!",
                "a".repeat(10_000) + "!",
                "\"".repeat(10_000),
                "W/\"a\",".repeat(2_000) + "\"",
                "en;q=".repeat(2_000),
                " ".repeat(9_000) + "x",
                "Basic " + "A".repeat(10_001),
                "text/html;".repeat(1_000) + "q=")) {
            var answer = PartnerFixture.admin().header(header, text).get(contoso.path(""));
            assertThat(answer.statusCode()).as(header).isLessThan(500);
        }
    }

    @Test
    void a_batch_of_a_thousand_and_one_is_refused_whole() {
        var account = PartnerFixture.newAccount();
        var one = Map.of(
                "account",
                account,
                "type",
                "EXAM",
                "credential",
                "70-347",
                "achievedAt",
                partners.now().toString());
        PartnerFixture.admin()
                .body(Collections.nCopies(1_001, one))
                .post("/v1/achievements/batch")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid"));
        PartnerFixture.admin().get("/v1/achievements?account=" + account).then().body("totalCount", equalTo(0));
    }

    @Test
    void ten_thousand_and_one_figures_are_refused_whole() {
        var figure = PartnerFixture.entitlements("c", 1, partners.month());
        partners.sends(contoso, Collections.nCopies(10_001, figure).toArray()).statusCode(422);
        partners.get(contoso.path("/performance")).body("items.total", equalTo(List.of()));
    }

    @Test
    void thousands_of_parameters_are_no_work() {
        var many = IntStream.range(0, 900).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        assertThat(PartnerFixture.admin().get(contoso.path("/users?" + many)).statusCode())
                .isEqualTo(200);
        var endless = "x=" + "1&x=".repeat(20_000);
        assertThat(PartnerFixture.admin().get(contoso.path("/users?" + endless)).statusCode())
                .isEqualTo(414);
    }

    @Test
    void a_search_text_is_bounded_and_its_wildcards_are_letters() {
        partners.employee(contoso);
        assertThat(PartnerFixture.admin()
                        .queryParam("q", "x".repeat(255))
                        .get(contoso.path("/users"))
                        .statusCode())
                .isEqualTo(400);
        for (var pattern : List.of("%", "_", "%%%%%%%%", "\\", "e%")) {
            PartnerFixture.admin()
                    .queryParam("q", pattern)
                    .get(contoso.path("/users"))
                    .then()
                    .statusCode(200)
                    .body("totalCount", equalTo(0));
        }
    }

    @Test
    void many_roles_many_tags_and_a_long_cursor_are_refused() {
        var body = Map.of(
                "firstName", "Ana",
                "lastName", "Contoso",
                "displayName", "Ana",
                "email", UUID.randomUUID() + "@contoso.example",
                "roles", Collections.nCopies(5_000, "user"));
        PartnerFixture.admin().body(body).post(contoso.path("/users")).then().statusCode(422);
        PartnerFixture.admin()
                .get(contoso.path("/users?cursor=" + "A".repeat(4_000)))
                .then()
                .statusCode(400);
    }

    @Test
    void a_packed_body_is_not_unpacked() {
        var answer = PartnerFixture.admin()
                .header("Content-Encoding", "gzip")
                .body(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0})
                .post(contoso.path("/users"));
        assertThat(answer.statusCode()).isIn(400, 415);
    }

    @Test
    void nobody_who_is_not_signed_in_makes_the_service_read_a_body() {
        Response answer = given().contentType("application/json")
                .body(bytes("[".repeat(60_000)))
                .post(contoso.path("/users"));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private int post(String below, String body) {
        return PartnerFixture.admin()
                .body(bytes(body))
                .post(contoso.path(below))
                .statusCode();
    }

    /** As bytes, for the test's own client would dig through the text. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
