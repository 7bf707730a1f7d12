package io.partnercompetencies.performance;

import static io.partnercompetencies.PartnerFixture.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A status granted outside the programme, which the Surface Hub option needs. */
@QuarkusTest
class AttestationTest {

    private static final String RESELLER = "surface-hub-authorised-device-reseller";

    @Inject
    PartnerFixture fixture;

    @Test
    void it_counts_at_once_and_stops_at_once() {
        var contoso = lacksOnlyTheAttestation();
        assertThat(stage(contoso)).isEqualTo("STARTED");
        grants(contoso, Map.of());
        assertThat(stage(contoso)).isEqualTo("QUALIFIED");
        Consistency.checkSnapshot(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);

        fixture.lapse(Duration.ofHours(1));
        withdraws(contoso);
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso)
                .body("items.cause", contains("ATTESTATION_ENDS"))
                .body("items[0].people", empty());
        withdraws(contoso);
        grants(contoso, Map.of());
        assertThat(met(contoso)).isTrue();
        fixture.openAlerts(contoso).body("items.cause", contains("PERFORMANCE_DROPS"));
    }

    @Test
    void the_pass_ends_it_and_it_can_be_prolonged_before() {
        var contoso = lacksOnlyTheAttestation();
        var first = fixture.now().plus(Duration.ofDays(5));
        var second = fixture.now().plus(Duration.ofDays(9));
        grants(contoso, Map.of("until", first.toString()));
        fixture.buys(contoso, "SILVER").statusCode(201);
        fixture.advance(Duration.ofDays(1));
        grants(contoso, Map.of("until", second.toString()));
        fixture.get(contoso.path("/attestations")).body("items.until", contains(second.toString()));

        advanceTo(first);
        assertThat(met(contoso)).isTrue();
        advanceTo(second.minusSeconds(1));
        assertThat(met(contoso)).isTrue();
        advanceTo(second);
        assertThat(met(contoso)).isFalse();
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso).body("items.cause", contains("ATTESTATION_ENDS"));
        fixture.get(contoso.path("/attestations")).body("items", empty());
        assertThat(fixture.sync()).isZero();
    }

    @Test
    void the_past_shows_what_held_and_was_known_then() {
        var contoso = lacksOnlyTheAttestation();
        var before = fixture.now();
        fixture.lapse(Duration.ofHours(1));
        grants(contoso, Map.of("until", fixture.now().plus(Duration.ofDays(1)).toString()));
        var granted = fixture.now();
        fixture.lapse(Duration.ofHours(1));
        grants(contoso, Map.of());
        fixture.advance(Duration.ofDays(3));
        var prolonged = fixture.now();
        fixture.lapse(Duration.ofHours(1));
        withdraws(contoso);
        var withdrawn = fixture.now();
        fixture.lapse(Duration.ofHours(1));

        past(contoso, before).body(met(), is(false));
        past(contoso, granted).body(met(), is(true));
        past(contoso, prolonged).body(met(), is(true));
        past(contoso, withdrawn.minusMillis(1)).body(met(), is(true));
        past(contoso, withdrawn).body(met(), is(false));
    }

    @Test
    void every_grant_is_kept_with_who_and_when_but_the_same_one_only_once() {
        var contoso = fixture.partner();
        grants(contoso, Map.of());
        var first = fixture.now().toString();
        fixture.lapse(Duration.ofHours(1));
        grants(contoso, Map.of());
        grants(contoso, Map.of("until", fixture.now().plusSeconds(9).toString()));
        var second = fixture.now().toString();
        fixture.get(contoso.path("/attestations?includeEnded=true"))
                .body("totalCount", is(2))
                .body("items.attestation", contains(RESELLER, RESELLER))
                .body("items.createdAt", contains(first, second))
                .body("items.createdBy", contains("admin", "admin"))
                .body("items.endedAt", contains(second, null))
                .body("items[0].endedBy", is("admin"))
                .body("items[1].endedBy", nullValue());
        fixture.get(contoso.path("/attestations?size=1")).body("totalCount", is(1));
    }

    @Test
    void without_an_end_the_body_may_be_left_out() {
        var contoso = fixture.partner();
        admin().put(contoso.path("/attestations/" + RESELLER)).then().statusCode(204);
        fixture.get(contoso.path("/attestations"))
                .body("items.attestation", contains(RESELLER))
                .body("items[0].until", nullValue());
        given().auth()
                .preemptive()
                .basic(PartnerFixture.ADMIN, PartnerFixture.PASSWORD)
                .put(contoso.path("/attestations/" + RESELLER))
                .then()
                .statusCode(204);
    }

    @Test
    void grants_at_once_leave_one_in_force() {
        var contoso = fixture.partner();
        var statuses = Together.times(
                8,
                i -> put(
                                contoso,
                                Map.of(
                                        "until",
                                        fixture.now().plusSeconds(60 + i).toString()))
                        .extract()
                        .statusCode());
        assertThat(statuses).containsOnly(204);
        fixture.get(contoso.path("/attestations")).body("totalCount", is(1));
        Consistency.check();
    }

    @Test
    void what_is_unknown_is_not_found_and_an_end_must_lie_ahead() {
        var contoso = fixture.partner();
        var nobody = new Partner(UUID.randomUUID().toString());
        var unknown = contoso.path("/attestations/first-choice");
        admin().body(Map.of()).put(unknown).then().statusCode(404).body("code", is("not-found"));
        admin().delete(unknown).then().statusCode(404);
        put(nobody, Map.of()).statusCode(404);
        admin().delete(nobody.path("/attestations/" + RESELLER)).then().statusCode(404);
        fixture.get(nobody.path("/attestations")).statusCode(404);
        for (var until : List.of(fixture.now(), fixture.now().minusSeconds(1))) {
            put(contoso, Map.of("until", until.toString())).statusCode(422).body("errors.pointer", contains("/until"));
        }
        put(contoso, Map.of("until", "tomorrow")).statusCode(400);
        put(contoso, Map.of("since", "yesterday")).statusCode(400);
        admin().body("[]").put(contoso.path("/attestations/" + RESELLER)).then().statusCode(400);
        withdraws(contoso);
        fixture.get(contoso.path("/attestations?includeEnded=true")).body("totalCount", is(0));
    }

    /** Twelve devices this month, and two employees with the assessment. */
    private Partner lacksOnlyTheAttestation() {
        var contoso = fixture.partner();
        for (int i = 0; i < 2; i++) {
            var employee = fixture.employee(contoso);
            fixture.link(employee, "PARTNER_UNIVERSITY").statusCode(201);
            fixture.passes(employee.account(), "ASSESSMENT", "as-surface-hub", fixture.now())
                    .statusCode(201);
        }
        fixture.advance(Duration.ofHours(24));
        fixture.sends(
                        contoso,
                        Map.of("customerId", "a", "metric", "devices-shipped", "period", fixture.month(), "value", 12))
                .statusCode(200)
                .body("accepted", is(1));
        return contoso;
    }

    private static ValidatableResponse put(Partner partner, Map<String, ?> body) {
        return admin().body(body).put(partner.path("/attestations/" + RESELLER)).then();
    }

    private static void grants(Partner partner, Map<String, ?> body) {
        put(partner, body).statusCode(204);
    }

    private static void withdraws(Partner partner) {
        admin().delete(partner.path("/attestations/" + RESELLER)).then().statusCode(204);
    }

    private ValidatableResponse past(Partner partner, Instant at) {
        return fixture.get(partner.path("/competencies/windows-and-devices?asOf=" + at))
                .statusCode(200);
    }

    private static String met() {
        return "levels[0].options.find { it.option == 'surface-hub' }.met";
    }

    private boolean met(Partner partner) {
        return fixture.met(partner, "windows-and-devices", "SILVER");
    }

    private String stage(Partner partner) {
        return fixture.stage(partner, "windows-and-devices", "SILVER");
    }

    private void advanceTo(Instant instant) {
        fixture.advance(Duration.between(fixture.now(), instant));
    }
}
