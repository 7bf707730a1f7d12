package io.partnercompetencies.membership;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a term can be renewed, and what a renewal does (M3). */
@QuarkusTest
class RenewalTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void a_renewed_term_runs_on_from_the_old_anniversary() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var old = term(contoso);
        lapseTo(old.expiresOn.plusDays(12));
        String id = renews(old)
                .statusCode(201)
                .body("level", is("SILVER"))
                .body("status", is("ACTIVE"))
                .body("startsOn", is(old.expiresOn.toString()))
                .body("expiresOn", is(old.expiresOn.plusYears(1).toString()))
                .body("upgradeDiscountPercent", nullValue())
                .extract()
                .path("id");

        fixture.get(contoso.path("/subscriptions"))
                .body("items.id", contains(id, old.id))
                .body("items.status", contains("ACTIVE", "RENEWED"));
        fixture.get(contoso.path("/membership"))
                .body("subscriptionId", is(id))
                .body("status", is("ACTIVE"))
                .body(
                        "renewalWindow.opensOn",
                        is(old.expiresOn.plusYears(1).plusDays(1).toString()));
        assertThat(stage(contoso)).isEqualTo("ACTIVE");
        profileShows(contoso, "messaging");
        fixture.sync();
        assertThat(stage(contoso)).isEqualTo("ACTIVE");
        Consistency.checkSnapshot(contoso);
    }

    @Test
    void it_is_possible_from_the_day_after_the_anniversary_to_the_last_day_of_the_window() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var first = term(contoso);
        var window = "from " + first.expiresOn.plusDays(1) + " to " + first.expiresOn.plusDays(30);
        for (var early : List.of(first.startsOn, first.expiresOn)) {
            lapseTo(early);
            renews(first)
                    .statusCode(409)
                    .body("code", is("renewal-window-closed"))
                    .body("detail", containsString(window))
                    .body("detail", containsString("today is " + early));
        }
        lapseTo(first.expiresOn.plusDays(1));
        renews(first).statusCode(201);

        var second = term(contoso);
        lapseTo(second.expiresOn.plusDays(31), Duration.ofSeconds(-1));
        renews(second).statusCode(201);
        assertThat(term(contoso).startsOn).isEqualTo(second.expiresOn);

        var third = term(contoso);
        lapseTo(third.expiresOn.plusDays(31));
        refusedAsLate(third);
        fixture.sync();
        refusedAsLate(third);
        fixture.buys(contoso, "SILVER").statusCode(201).body("startsOn", is(today().toString()));
        refusedAsLate(third);
        fixture.get(contoso.path("/subscriptions"))
                .body("items.status", contains("ACTIVE", "EXPIRED", "RENEWED", "RENEWED"));
    }

    private void refusedAsLate(TermOf late) {
        renews(late)
                .statusCode(409)
                .body("code", is("renewal-window-closed"))
                .body(
                        "detail",
                        startsWith("This term could be renewed from " + late.expiresOn.plusDays(1) + " to "
                                + late.expiresOn.plusDays(30)));
        fixture.get(late.partner.path("/subscriptions"))
                .body("items.find { it.id == '" + late.id + "' }.status", is("EXPIRED"));
    }

    @Test
    void without_the_level_it_is_refused_with_what_is_missing() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        var old = term(contoso);
        lapseTo(old.expiresOn.plusDays(3));
        renews(old, "es")
                .statusCode(409)
                .header("Content-Language", "es")
                .body("code", is("renewal-level-not-met"))
                .body("alternative", nullValue())
                .body("shortfall.competencyId", is("messaging"))
                .body("shortfall.level", is("SILVER"))
                .body("shortfall.missing[0].missing", is(1))
                .body("shortfall.sentences", contains(containsString("persona")));
        assertThat(stage(contoso)).isEqualTo("IN_GRACE_PERIOD");

        fixture.passesMessaging(fixture.linkedEmployee(contoso));
        fixture.advance(Duration.ofHours(24));
        renews(old).statusCode(201);
        assertThat(stage(contoso)).isEqualTo("ACTIVE");
    }

    @Test
    void gold_that_is_not_met_any_more_is_refused_and_silver_named_as_the_alternative() {
        var contoso = fixture.partner();
        var employees = fixture.messagingGold(contoso);
        fixture.buys(contoso, "GOLD").statusCode(201);
        fixture.leaves(employees[0]);
        var gold = term(contoso);
        lapseTo(gold.expiresOn.plusDays(5));
        renews(gold)
                .statusCode(409)
                .body("code", is("renewal-level-not-met"))
                .body("alternative", is("SILVER"))
                .body(
                        "detail",
                        containsString("a SILVER subscription can be bought until " + gold.expiresOn.plusDays(30)))
                .body("shortfall.level", is("GOLD"))
                .body("shortfall.missing[0].missing", is(1));

        fixture.buys(contoso, "SILVER").statusCode(201);
        renews(gold)
                .statusCode(409)
                .body("code", is("already-subscribed"))
                .body("detail", containsString("another level was bought"));
        fixture.get(contoso.path("/subscriptions")).body("items.status", contains("ACTIVE", "EXPIRED"));
    }

    @Test
    void silver_that_is_not_met_any_more_names_gold_where_that_is_met() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        var silver = term(contoso);
        lapseTo(silver.expiresOn.plusDays(5));
        admin().body(Map.of("competencyId", "messaging", "level", "GOLD", "reason", "An exam is not recognised."))
                .post(contoso.path("/overrides"))
                .then()
                .statusCode(201);
        renews(silver)
                .statusCode(409)
                .body("code", is("renewal-level-not-met"))
                .body("alternative", is("GOLD"))
                .body("detail", containsString("a GOLD subscription can be bought"));
        fixture.buys(contoso, "GOLD").statusCode(201).body("upgradeDiscountPercent", is(25));
    }

    @Test
    void what_is_held_and_not_met_is_lost_with_the_renewal_and_its_alert_is_over() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        goldInCloudProductivity(contoso);
        var old = term(contoso);
        lapseTo(old.expiresOn.plusDays(10));
        profileShows(contoso, "messaging", "cloud-productivity");
        fixture.openAlerts(contoso)
                .body("items.findAll { it.type == 'RENEWAL_AT_RISK' }.competencyId", contains("messaging"));
        var renewedAt = fixture.now();
        renews(old).statusCode(201);

        profileShows(contoso, "cloud-productivity");
        assertThat(stage(contoso)).isEqualTo("INACTIVE");
        fixture.openAlerts(contoso).body("items", empty());
        fixture.get(contoso.path("/membership")).body("atRisk", is(false));
        Consistency.checkSnapshot(contoso);
        fixture.advance(Duration.ofHours(1));
        assertThat(stage(contoso)).isEqualTo("INACTIVE");
        fixture.get(contoso.path("/competencies/messaging?asOf=" + renewedAt.minusSeconds(1)))
                .body("levels[0].stage", is("IN_GRACE_PERIOD"));
        fixture.get(contoso.path("/competencies/messaging?asOf=" + renewedAt)).body("levels[0].stage", is("INACTIVE"));

        fixture.passesMessaging(fixture.linkedEmployee(contoso));
        fixture.advance(Duration.ofHours(24));
        assertThat(stage(contoso)).isEqualTo("ACTIVE");
        profileShows(contoso, "messaging", "cloud-productivity");
    }

    @Test
    void a_term_is_renewed_once() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var old = term(contoso);
        lapseTo(old.expiresOn.plusDays(1));
        var statuses = Together.times(8, i -> renews(old).extract().statusCode());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        renews(old)
                .statusCode(409)
                .body("code", is("already-subscribed"))
                .body("detail", containsString("has been renewed"));
        fixture.get(contoso.path("/subscriptions")).body("items.status", contains("ACTIVE", "RENEWED"));
        renews(term(contoso)).statusCode(409).body("code", is("renewal-window-closed"));
    }

    @Test
    void a_term_that_was_upgraded_is_not_renewed() {
        var contoso = fixture.partner();
        fixture.messagingGold(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);
        var silver = term(contoso);
        lapseTo(silver.expiresOn.plusDays(2));
        fixture.buys(contoso, "GOLD").statusCode(201);
        renews(silver)
                .statusCode(409)
                .body("code", is("already-subscribed"))
                .body("detail", containsString("upgrade to GOLD"));
        lapseTo(silver.expiresOn.plusDays(40));
        renews(silver).statusCode(409).body("code", is("already-subscribed"));
    }

    @Test
    void a_repeated_call_with_the_same_key_gets_the_same_answer() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var old = term(contoso);
        lapseTo(old.expiresOn.plusDays(1));
        var key = UUID.randomUUID().toString();
        String first = renewsOnce(old, key);
        assertThat(renewsOnce(old, key)).isEqualTo(first);
        assertThat(term(contoso).id).isEqualTo(first);
    }

    private String renewsOnce(TermOf term, String key) {
        return admin().header("Idempotency-Key", key)
                .post(term.path())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void both_terms_are_audited() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var old = term(contoso);
        lapseTo(old.expiresOn.plusDays(1));
        renews(old).statusCode(201);
        fixture.get(contoso.path("/audit-records?from=" + fixture.now()))
                .body("items.resourceType", contains("SUBSCRIPTION", "SUBSCRIPTION"))
                .body("items.operationType", contains("CREATE", "UPDATE"))
                .body("items[0].resourceId", is(term(contoso).id))
                .body("items[1].resourceId", is(old.id))
                .body("items[1].oldValue.status", is("GRACE"))
                .body("items[1].newValue.status", is("RENEWED"));
    }

    @Test
    void a_body_may_be_empty_and_must_not_ask_for_anything() {
        var contoso = fixture.partner();
        fixture.messagingGold(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);
        var first = term(contoso);
        lapseTo(first.expiresOn.plusDays(1));
        admin().body(Map.of("level", "GOLD"))
                .post(first.path())
                .then()
                .statusCode(400)
                .body("code", is("malformed"));
        admin().body("{}").post(first.path()).then().statusCode(201).body("level", is("SILVER"));
        var second = term(contoso);
        lapseTo(second.expiresOn.plusDays(1));
        admin().post(second.path()).then().statusCode(201);
    }

    @Test
    void what_is_unknown_or_another_organisation_s_is_not_found() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var old = term(contoso);
        lapseTo(old.expiresOn.plusDays(1));
        for (var nowhere : List.of(
                new TermOf(contoso, UUID.randomUUID().toString(), null, null),
                new TermOf(contoso, "mine", null, null),
                new TermOf(fixture.partner(), old.id, null, null),
                new TermOf(new Partner(UUID.randomUUID().toString()), old.id, null, null))) {
            renews(nowhere).statusCode(404).body("code", is("not-found"));
        }
    }

    @Test
    void what_an_exemption_made_met_is_renewed_and_at_risk_in_the_new_term() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        fixture.advance(Duration.ofHours(1));
        var old = term(contoso);
        String exemption = admin().body(Map.of(
                        "anniversaryFrom", old.expiresOn.toString(),
                        "anniversaryTo", old.expiresOn.toString(),
                        "reason", "Test centres are closed."))
                .post("/v1/exemptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        fixture.sync();
        lapseTo(old.expiresOn.plusDays(4));
        renews(old).statusCode(201);
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso)
                .body("items.bitesOn", contains(old.expiresOn.plusYears(1).toString()));
        admin().delete("/v1/exemptions/" + exemption).then().statusCode(204);
    }

    @Test
    void a_year_from_the_29th_of_february_is_renewed_from_the_1st_of_march() {
        var contoso = fixture.partner();
        var leapDay = LocalDate.of(today().getYear() / 4 * 4 + 4, 2, 29);
        lapseTo(leapDay.minusDays(1));
        fixture.messagingSilver(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);
        var old = term(contoso);
        assertThat(old.startsOn).isEqualTo(leapDay);
        assertThat(old.expiresOn).isEqualTo(LocalDate.of(leapDay.getYear() + 1, 2, 28));
        lapseTo(old.expiresOn);
        renews(old).statusCode(409);
        lapseTo(LocalDate.of(leapDay.getYear() + 1, 3, 1));
        renews(old)
                .statusCode(201)
                .body("startsOn", is(old.expiresOn.toString()))
                .body("expiresOn", is(old.expiresOn.plusYears(1).toString()));
    }

    private record TermOf(Partner partner, String id, LocalDate startsOn, LocalDate expiresOn) {
        String path() {
            return partner.path("/subscriptions/" + id + "/renewal");
        }
    }

    private TermOf term(Partner partner) {
        var newest = fixture.get(partner.path("/membership")).statusCode(200).extract();
        return new TermOf(
                partner,
                newest.path("subscriptionId"),
                LocalDate.parse(newest.path("startsOn")),
                LocalDate.parse(newest.path("expiresOn")));
    }

    private ValidatableResponse renews(TermOf term) {
        return admin().post(term.path()).then();
    }

    private ValidatableResponse renews(TermOf term, String language) {
        return admin().header("Accept-Language", language).post(term.path()).then();
    }

    private void goldInCloudProductivity(Partner partner) {
        fixture.mcsaHolder(partner);
        fixture.mcsaHolder(partner);
        fixture.sends(partner, PartnerFixture.entitlements("a", 4000, fixture.month()))
                .statusCode(200);
    }

    private void profileShows(Partner partner, Object... competencies) {
        fixture.get(partner.path("/marketing-profile")).body("competencies.competencyId", contains(competencies));
    }

    private String stage(Partner partner) {
        return fixture.stage(partner, "messaging", "SILVER");
    }

    private void lapseTo(LocalDate day) {
        lapseTo(day, Duration.ZERO);
    }

    private void lapseTo(LocalDate day, Duration later) {
        fixture.lapse(Duration.between(
                fixture.now(), day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(later)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(fixture.now(), ZoneOffset.UTC);
    }
}
