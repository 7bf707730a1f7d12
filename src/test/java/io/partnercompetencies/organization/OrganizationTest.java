package io.partnercompetencies.organization;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Partner companies. */
@QuarkusTest
class OrganizationTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void a_company_is_found_by_id_and_by_mpn_id() {
        var mpnId = mpnId();
        var made = create(mpnId).statusCode(201).extract();
        String id = made.path("id");
        create(mpnId()).statusCode(201).header("Location", containsString("/v1/organizations/"));
        assertThat(made.header("Location")).endsWith("/v1/organizations/" + id);
        fixture.get("/v1/organizations/" + id)
                .statusCode(200)
                .body("mpnId", is(mpnId))
                .body("name", is("Fabrikam"))
                .body("country", is("IT"))
                .body("market", is("DEVELOPING"))
                .body("createdAt", is(fixture.now().toString()));
        fixture.get("/v1/organizations?mpnId=" + mpnId)
                .body("totalCount", is(1))
                .body("items.id", contains(id));
        fixture.get("/v1/organizations?mpnId=" + mpnId()).body("totalCount", is(0));
        fixture.get("/v1/organizations?size=1").body("links.next.uri", startsWith("/v1/organizations?"));
    }

    @Test
    void an_mpn_id_is_taken_once_however_many_ask() {
        var mpnId = mpnId();
        var statuses = Together.times(12, i -> create(mpnId).extract().statusCode());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        create(mpnId)
                .statusCode(409)
                .body("code", is("duplicate-organization"))
                .body("errors.pointer", contains("/mpnId"));
        admin().body(Map.of("mpnId", mpnId))
                .patch(fixture.partner().path(""))
                .then()
                .statusCode(409)
                .body("code", is("duplicate-organization"));
    }

    @Test
    void what_breaks_a_rule_is_refused_with_its_pointer() {
        refused("country", "Spain", 422);
        refused("country", null, 422);
        refused("market", "EMERGING", 400);
        refused("mpnId", "", 422);
        refused("mpnId", "x".repeat(65), 422);
        refused("name", "a\nb", 422);
        refused("name", 7, 400);
    }

    private static void refused(String member, Object value, int status) {
        var body = body(mpnId());
        body.put(member, value);
        admin().body(body)
                .post("/v1/organizations")
                .then()
                .statusCode(status)
                .body("errors.pointer", contains("/" + member));
    }

    @Test
    void a_patch_changes_what_it_names_under_its_condition() {
        var contoso = fixture.partner();
        var seen = fixture.get(contoso.path("")).extract().header("ETag");
        patch(contoso.path(""), Map.of("name", "New"))
                .statusCode(200)
                .body("name", is("New"))
                .body("country", is("ES"));
        admin().header("If-Match", seen)
                .body(Map.of("name", "Newer"))
                .patch(contoso.path(""))
                .then()
                .statusCode(412)
                .body("code", is("etag-mismatch"));
        patch(contoso.path(""), Map.of("id", UUID.randomUUID().toString())).statusCode(400);
        patch(contoso.path(""), Map.of("country", "xx")).statusCode(422);
        admin().body(List.of()).patch(contoso.path("")).then().statusCode(400);
        patch("/v1/organizations/" + UUID.randomUUID(), Map.of("name", "New")).statusCode(404);
        patch("/v1/organizations/none", Map.of("name", "New")).statusCode(404);
        fixture.get(contoso.path("")).body("name", is("New"));
    }

    /** RFC 9110, 13.1.2: a change that If-None-Match rules out is not made. */
    @Test
    void only_who_reads_is_told_that_nothing_is_new() {
        var path = fixture.partner().path("");
        var seen = fixture.get(path).extract().header("ETag");
        for (var known : List.of(seen, "*")) {
            admin().header("If-None-Match", known)
                    .body(Map.of("name", "New"))
                    .patch(path)
                    .then()
                    .statusCode(412);
        }
        fixture.get(path).header("ETag", is(seen));
        var later = "\"" + (Integer.parseInt(seen.replace("\"", "")) + 1) + "\"";
        admin().header("If-None-Match", later)
                .body(Map.of("name", "New"))
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", is(later))
                .body("name", is("New"));
    }

    @Test
    void edits_at_once_all_succeed() {
        var contoso = fixture.partner();
        var statuses = Together.times(
                12,
                i -> patch(contoso.path(""), Map.of("name", "Name " + i))
                        .extract()
                        .statusCode());
        assertThat(statuses).containsOnly(200);
    }

    private static ValidatableResponse create(String mpnId) {
        return admin().body(body(mpnId)).post("/v1/organizations").then();
    }

    private static Map<String, Object> body(String mpnId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("mpnId", mpnId);
        body.put("name", "Fabrikam");
        body.put("country", "IT");
        body.put("market", "DEVELOPING");
        return body;
    }

    private static String mpnId() {
        return "mpn-" + UUID.randomUUID();
    }

    private static ValidatableResponse patch(String path, Map<String, ?> changes) {
        return admin().body(changes).patch(path).then();
    }
}
