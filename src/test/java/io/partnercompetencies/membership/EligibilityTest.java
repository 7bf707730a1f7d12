package io.partnercompetencies.membership;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be bought and renewed, with every reason (M1, M3, M6). */
@QuarkusTest
class EligibilityTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void each_level_above_the_running_one_says_where_it_is_met_or_what_is_missing() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);
        eligibility(contoso)
                .body("upgrade.level", contains("SILVER", "GOLD"))
                .body("upgrade.eligible", contains(true, false))
                .body("upgrade[0].reasons.code", contains("LEVEL_MET"))
                .body("upgrade[0].reasons.competencyId", contains("messaging"))
                .body("upgrade[0].reasons.level", contains("SILVER"))
                .body("upgrade[0].reasons.message", contains("Messaging is met at level SILVER."))
                .body("upgrade[1].reasons.code", contains("LEVEL_NOT_MET"))
                .body("upgrade[1].reasons.level", contains("GOLD"))
                .body("upgrade[1].reasons[0].shortfall.missing[0].missing", is(2))
                .body("renewal", nullValue());
        fixture.buys(contoso, "SILVER").statusCode(201);
        eligibility(contoso).body("upgrade.level", contains("GOLD")).body("renewal.level", is("SILVER"));
    }

    @Test
    void the_renewal_says_from_when_to_when_it_is_possible() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var anniversary = anniversary(contoso);
        var opensOn = anniversary.plusDays(1);
        var closesOn = anniversary.plusDays(30);
        lapseTo(anniversary);
        eligibility(contoso)
                .body("renewal.eligible", is(true))
                .body("renewal.allowedNow", is(false))
                .body("renewal.atRisk", is(false))
                .body("renewal.reasons.code", contains("WINDOW_NOT_OPEN", "LEVEL_MET"))
                .body(
                        "renewal.reasons[0].message",
                        is("The renewal window opens on " + opensOn + " and closes on " + closesOn + "."));
        lapseTo(opensOn);
        eligibility(contoso)
                .body("renewal.allowedNow", is(true))
                .body("renewal.reasons.code", contains("WINDOW_OPEN", "LEVEL_MET"))
                .body(
                        "renewal.reasons[0].message",
                        is("The renewal window is open from " + opensOn + " to " + closesOn + "."));
        lapseTo(closesOn);
        eligibility(contoso).body("renewal.allowedNow", is(true));
        lapseTo(closesOn.plusDays(1));
        eligibility(contoso).body("renewal", nullValue()).body("upgrade.level", contains("SILVER", "GOLD"));
    }

    @Test
    void a_level_that_is_missing_is_named_with_what_it_lacks_and_nothing_is_allowed() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        lapseTo(anniversary(contoso).plusDays(2));
        eligibility(contoso)
                .body("renewal.eligible", is(false))
                .body("renewal.allowedNow", is(false))
                .body("renewal.atRisk", is(true))
                .body("renewal.reasons.code", contains("WINDOW_OPEN", "LEVEL_NOT_MET", "AT_RISK"))
                .body("renewal.reasons[2].competencyId", is("messaging"))
                .body("renewal.reasons[2].level", is("SILVER"))
                .body("renewal.reasons[2].shortfall.missing[0].missing", is(1))
                .body("renewal.reasons[2].shortfall.sentences", hasSize(1));
    }

    @Test
    void what_a_renewal_would_end_is_said_once_it_is_possible() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        fixture.mcsaHolder(contoso);
        fixture.mcsaHolder(contoso);
        fixture.sends(contoso, PartnerFixture.entitlements("a", 4000, fixture.month()))
                .statusCode(200);
        var anniversary = anniversary(contoso);
        eligibility(contoso)
                .body("renewal.reasons.code", contains("WINDOW_NOT_OPEN", "LEVEL_MET", "AT_RISK"))
                .body("renewal.reasons.competencyId", contains(null, "cloud-productivity", "messaging"));
        lapseTo(anniversary.plusDays(2));
        eligibility(contoso)
                .body("renewal.allowedNow", is(true))
                .body("renewal.reasons.code", contains("WINDOW_OPEN", "LEVEL_MET", "AT_RISK", "LOST_AT_RENEWAL"))
                .body("renewal.reasons[3].competencyId", is("messaging"))
                .body("renewal.reasons[3].level", is("SILVER"))
                .body(
                        "renewal.reasons[3].message",
                        is("A renewal now would end SILVER of Messaging, which is held but not met."));
        String id = fixture.get(contoso.path("/membership")).extract().path("subscriptionId");
        admin().post(contoso.path("/subscriptions/" + id + "/renewal")).then().statusCode(201);
        eligibility(contoso)
                .body("renewal.atRisk", is(false))
                .body("renewal.reasons.code", contains("WINDOW_NOT_OPEN", "LEVEL_MET"));
    }

    @Test
    void gold_that_is_lost_names_silver_with_the_days_on_which_it_can_be_bought() {
        var contoso = fixture.partner();
        var employees = fixture.messagingGold(contoso);
        fixture.buys(contoso, "GOLD").statusCode(201);
        fixture.leaves(employees[0]);
        var anniversary = anniversary(contoso);
        eligibility(contoso)
                .body("upgrade", empty())
                .body(
                        "renewal.reasons.code",
                        contains("WINDOW_NOT_OPEN", "LEVEL_NOT_MET", "AT_RISK", "ALTERNATIVE_LEVEL"))
                .body("renewal.reasons[3].level", is("SILVER"))
                .body(
                        "renewal.reasons[3].message",
                        is("SILVER is met: from " + anniversary.plusDays(1) + " to " + anniversary.plusDays(30)
                                + " a SILVER subscription can be bought in the place of the renewal."));
        fixture.buys(contoso, "SILVER").statusCode(409);
        lapseTo(anniversary.plusDays(30));
        eligibility(contoso).body("renewal.allowedNow", is(false));
        fixture.buys(contoso, "SILVER").statusCode(201);
    }

    @Test
    void silver_that_is_lost_names_gold_which_can_be_bought_at_once() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        overrides(contoso, "GOLD");
        eligibility(contoso)
                .body("upgrade.eligible", contains(true))
                .body(
                        "renewal.reasons.code",
                        contains("WINDOW_NOT_OPEN", "LEVEL_NOT_MET", "AT_RISK", "ALTERNATIVE_LEVEL"))
                .body(
                        "renewal.reasons[3].message",
                        is("GOLD is met: from " + today() + " to "
                                + anniversary(contoso).plusDays(30)
                                + " a GOLD subscription can be bought in the place of the renewal."));
        fixture.buys(contoso, "GOLD").statusCode(201);
    }

    @Test
    void a_level_that_is_met_now_and_will_not_be_on_the_anniversary_is_at_risk() {
        var contoso = fixture.partner();
        overrides(contoso, "SILVER");
        fixture.buys(contoso, "SILVER").statusCode(201);
        eligibility(contoso)
                .body("renewal.eligible", is(true))
                .body("renewal.atRisk", is(true))
                .body("renewal.reasons.code", contains("WINDOW_NOT_OPEN", "LEVEL_MET", "AT_RISK"))
                .body("renewal.reasons[2].shortfall", nullValue())
                .body(
                        "renewal.reasons[2].message",
                        is("SILVER of Messaging is met now, but will not be on the anniversary, " + anniversary(contoso)
                                + ", if nothing changes."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "pt-BR", "zh-CN"})
    void every_reason_speaks_the_asked_language(String language) {
        var contoso = fixture.partner();
        var employees = fixture.messagingGold(contoso);
        fixture.buys(contoso, "GOLD").statusCode(201);
        fixture.leaves(employees[0]);
        lapseTo(anniversary(contoso).plusDays(2));
        var answer = admin().header("Accept-Language", language)
                .get(contoso.path("/eligibility"))
                .then()
                .header("Content-Language", language)
                .extract();
        List<String> messages = answer.path("renewal.reasons.message");
        assertThat(messages)
                .hasSize(4)
                .allSatisfy(message -> assertThat(message).doesNotContain("{", "''", "null"));
        assertThat(messages.get(2)).contains("GOLD");
        assertThat(messages.get(3)).contains("SILVER", today().toString());
        if (!language.equals("en")) {
            List<String> english =
                    fixture.get(contoso.path("/eligibility")).extract().path("renewal.reasons.message");
            assertThat(messages).doesNotContainAnyElementsOf(english);
        }
    }

    private void overrides(Partner partner, String level) {
        admin().body(Map.of("competencyId", "messaging", "level", level, "reason", "An exam is not recognised."))
                .post(partner.path("/overrides"))
                .then()
                .statusCode(201);
    }

    private ValidatableResponse eligibility(Partner partner) {
        return fixture.get(partner.path("/eligibility")).statusCode(200);
    }

    private LocalDate anniversary(Partner partner) {
        return LocalDate.parse(
                fixture.get(partner.path("/membership")).extract().path("expiresOn"));
    }

    private void lapseTo(LocalDate day) {
        fixture.lapse(
                Duration.between(fixture.now(), day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(fixture.now(), ZoneOffset.UTC);
    }
}
