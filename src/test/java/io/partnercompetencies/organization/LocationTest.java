package io.partnercompetencies.organization;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.Callers;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The places of a company beneath its global account (1.2, 1.5). */
@QuarkusTest
class LocationTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    Callers callers;

    @Test
    void a_location_is_created_and_listed_by_id() {
        var contoso = fixture.partner();
        String bilbao = create(contoso, "bilbao")
                .statusCode(201)
                .body("", aMapWithSize(5))
                .body("mpnId", is("bilbao"))
                .body("name", is("Contoso at bilbao"))
                .body("country", is("ES"))
                .body("createdAt", is(fixture.now().toString()))
                .extract()
                .path("id");
        String turin = create(contoso, "turin").statusCode(201).extract().path("id");

        var page = fixture.get(contoso.path("/locations?size=1"))
                .statusCode(200)
                .body("totalCount", is(2))
                .body("items.id", contains(bilbao))
                .body("links.next.uri", startsWith(contoso.path("/locations?")))
                .extract();
        fixture.get(page.path("links.next.uri"))
                .body("items.id", contains(turin))
                .body("items[0].mpnId", is("turin"))
                .body("links.next", nullValue());
        fixture.get(fixture.partner().path("/locations"))
                .body("totalCount", is(0))
                .body("items", empty());
    }

    @Test
    void an_mpn_id_belongs_to_one_location_of_the_organization_however_many_ask() {
        var contoso = fixture.partner();
        var statuses =
                Together.times(12, i -> create(contoso, "bilbao").extract().statusCode());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        create(contoso, "bilbao")
                .statusCode(409)
                .body("code", is("duplicate-location"))
                .body("errors.pointer", contains("/mpnId"));
        create(fixture.partner(), "bilbao").statusCode(201);
    }

    @Test
    void no_location_has_the_mpn_id_of_its_organization() {
        var contoso = fixture.partner();
        String own = fixture.get(contoso.path("")).extract().path("mpnId");
        create(contoso, own).statusCode(422).body("errors.pointer", contains("/mpnId"));
        var bilbao = "mpn-" + UUID.randomUUID();
        create(contoso, bilbao).statusCode(201);
        move(contoso, bilbao).statusCode(422).body("errors.pointer", contains("/mpnId"));
        fixture.get(contoso.path("")).body("mpnId", is(own));
    }

    @Test
    void nor_does_it_where_both_take_the_mpn_id_at_once() {
        for (int i = 0; i < 8; i++) {
            var contoso = fixture.partner();
            var bilbao = "mpn-" + UUID.randomUUID();
            var statuses = Together.<Integer>all(List.<Callable<Integer>>of(
                    () -> create(contoso, bilbao).extract().statusCode(),
                    () -> move(contoso, bilbao).extract().statusCode()));
            assertThat(statuses).containsOnlyOnce(422);
        }
    }

    @Test
    void what_breaks_a_rule_is_refused_with_its_pointer() {
        var contoso = fixture.partner();
        refused(contoso, "country", "Spain", 422);
        refused(contoso, "country", null, 422);
        refused(contoso, "mpnId", "", 422);
        refused(contoso, "mpnId", "x".repeat(65), 422);
        refused(contoso, "name", "a\nb", 422);
        refused(contoso, "name", null, 422);
        refused(contoso, "city", "Bilbao", 400);
        fixture.get(contoso.path("/locations")).body("items", empty());
    }

    @Test
    void an_organization_that_is_not_there_has_no_locations() {
        var nobody = new Partner(UUID.randomUUID().toString());
        create(nobody, "bilbao").statusCode(404);
        fixture.get(nobody.path("/locations")).statusCode(404);
        fixture.get("/v1/organizations/none/locations").statusCode(404);
    }

    @Test
    void a_repeated_call_creates_one() {
        var contoso = fixture.partner();
        var key = UUID.randomUUID().toString();
        var ids = List.of(0, 1).stream()
                .<String>map(i -> admin().header("Idempotency-Key", key)
                        .body(body("bilbao"))
                        .post(contoso.path("/locations"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"))
                .distinct();
        assertThat(ids).hasSize(1);
    }

    @Test
    void the_company_sees_its_locations_and_makes_none() {
        var contoso = fixture.partner();
        create(contoso, "bilbao").statusCode(201);
        var global = callers.signedIn(contoso, "global-admin");
        global.as().body(body("turin")).post(contoso.path("/locations")).then().statusCode(403);
        global.as().get(contoso.path("/locations")).then().statusCode(200).body("items.mpnId", contains("bilbao"));
        global.as().get(fixture.partner().path("/locations")).then().statusCode(404);
    }

    @Test
    void a_new_location_stands_in_the_audit() {
        var contoso = fixture.partner();
        String id = create(contoso, "bilbao").extract().path("id");
        fixture.get(contoso.path("/audit-records"))
                .body("items.findAll { it.resourceType == 'LOCATION' }", hasSize(1))
                .body("items[0].resourceId", is(id))
                .body("items[0].operationType", is("CREATE"))
                .body("items[0].newValue.mpnId", is("bilbao"));
    }

    private static void refused(Partner partner, String member, Object value, int status) {
        var body = body("bilbao");
        body.put(member, value);
        admin().body(body)
                .post(partner.path("/locations"))
                .then()
                .statusCode(status)
                .body("errors.pointer", contains("/" + member));
    }

    private static ValidatableResponse create(Partner partner, String mpnId) {
        return admin().body(body(mpnId)).post(partner.path("/locations")).then();
    }

    private static ValidatableResponse move(Partner partner, String mpnId) {
        return admin().body(Map.of("mpnId", mpnId)).patch(partner.path("")).then();
    }

    private static Map<String, Object> body(String mpnId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("mpnId", mpnId);
        body.put("name", "Contoso at " + mpnId);
        body.put("country", "ES");
        return body;
    }
}
