package io.partnercompetencies.performance;

import static io.partnercompetencies.PartnerFixture.admin;
import static io.partnercompetencies.PartnerFixture.entitlements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each location brought of a company's figures (1.3). */
@QuarkusTest
class LocationSharesTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void each_location_sees_its_share() {
        var contoso = fixture.partner();
        String own = fixture.get(contoso.path("")).extract().path("mpnId");
        location(contoso, "turin");
        fixture.sends(
                        contoso,
                        from("turin", 100, false),
                        from("turin", 7, true),
                        from("closed-long-ago", 30.5, false),
                        from(own, 4, false),
                        from(null, 1, false))
                .body("accepted", is(5));

        readings(contoso)
                .body("items", hasSize(1))
                .body("items[0].total", is(135.5f))
                .body("items[0].leftOut.value", contains(7))
                .body("items[0].locations", hasSize(4))
                .body("items[0].locations[0]", not(hasKey("locationMpnId")))
                .body("items[0].locations[0]", not(hasKey("name")))
                .body("items[0].locations[0].total", is(1))
                .body(share("closed-long-ago"), not(hasKey("name")))
                .body(share("closed-long-ago") + ".total", is(30.5f))
                .body(share("turin") + ".name", is("Contoso Turin"))
                .body(share("turin") + ".total", is(100))
                .body(share("turin") + ".leftOut.reason", contains("TRIAL"))
                .body(share("turin") + ".leftOut.value", contains(7))
                .body(
                        share(own) + ".name",
                        is(fixture.get(contoso.path("")).extract().<String>path("name")))
                .body(share(own) + ".total", is(4))
                .body(share(own) + ".leftOut", empty());
    }

    @Test
    void a_level_needs_the_figures_of_all_locations_together() {
        var contoso = fixture.partner();
        fixture.mcsaHolder(contoso);
        fixture.sends(contoso, from("bilbao", 1999, false));
        assertThat(fixture.stage(contoso, "cloud-productivity", "SILVER")).isEqualTo("STARTED");
        fixture.sends(contoso, from("turin", 1, false));
        assertThat(fixture.stage(contoso, "cloud-productivity", "SILVER")).isEqualTo("QUALIFIED");
    }

    @Test
    void a_location_that_is_added_later_has_a_name_from_then_on() {
        var contoso = fixture.partner();
        fixture.sends(contoso, from("turin", 1, false));
        var unnamed = readings(contoso)
                .body(share("turin"), not(hasKey("name")))
                .extract()
                .header("ETag");
        location(contoso, "turin");
        admin().header("If-None-Match", unnamed)
                .get(contoso.path("/performance"))
                .then()
                .statusCode(200)
                .body(share("turin") + ".name", is("Contoso Turin"));
    }

    @Test
    void a_location_of_another_company_lends_no_name() {
        var contoso = fixture.partner();
        location(fixture.partner(), "turin");
        fixture.sends(contoso, from("turin", 1, false));
        readings(contoso).body(share("turin"), not(hasKey("name")));
    }

    private ValidatableResponse readings(Partner partner) {
        return fixture.get(partner.path("/performance")).statusCode(200);
    }

    private static String share(String mpnId) {
        return "items[0].locations.find { it.locationMpnId == '" + mpnId + "' }";
    }

    private Map<String, Object> from(String location, Object value, boolean trial) {
        var record = entitlements("customer", value, fixture.month());
        record.put("trial", trial);
        record.put("locationMpnId", location);
        return record;
    }

    private static void location(Partner partner, String mpnId) {
        admin().body(Map.of("mpnId", mpnId, "name", "Contoso Turin", "country", "IT"))
                .post(partner.path("/locations"))
                .then()
                .statusCode(201);
    }
}
