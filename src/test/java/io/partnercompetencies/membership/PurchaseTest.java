package io.partnercompetencies.membership;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may be bought, and what a purchase does (M1, M2, M4, M5). */
@QuarkusTest
class PurchaseTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void without_a_level_met_nothing_can_be_bought_and_the_shortfall_says_why() {
        var contoso = fixture.partner();
        fixture.passesMessaging(fixture.linkedEmployee(contoso));
        fixture.advance(Duration.ofHours(24));
        fixture.buys(contoso, "SILVER")
                .statusCode(409)
                .body("code", is("not-eligible"))
                .body("shortfall.competencyId", is("messaging"))
                .body("shortfall.level", is("SILVER"))
                .body("shortfall.option", is("hybrid-services-partner"))
                .body("shortfall.progress", is(0.5f))
                .body("shortfall.missing", hasSize(1))
                .body("shortfall.missing[0].kind", is("PEOPLE"))
                .body("shortfall.missing[0].required", is(2))
                .body("shortfall.missing[0].counted", is(1))
                .body("shortfall.missing[0].missing", is(1));
        fixture.get(contoso.path("/membership")).body("status", is("NONE")).body("atRisk", is(false));
        fixture.get(contoso.path("/subscriptions")).body("totalCount", is(0));
        fixture.get(contoso.path("/marketing-profile"))
                .body("membershipLevel", nullValue())
                .body("competencies", empty());
    }

    @Test
    void silver_runs_for_a_year_from_the_day_of_purchase() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);
        String id = fixture.buys(contoso, "SILVER")
                .statusCode(201)
                .body("level", is("SILVER"))
                .body("status", is("ACTIVE"))
                .body("startsOn", is(today().toString()))
                .body("expiresOn", is(today().plusYears(1).toString()))
                .body("upgradeDiscountPercent", nullValue())
                .extract()
                .path("id");
        fixture.get(contoso.path("/membership"))
                .body("subscriptionId", is(id))
                .body("status", is("ACTIVE"))
                .body("level", is("SILVER"))
                .body("daysUntilExpiry", is((int) (today().plusYears(1).toEpochDay() - today().toEpochDay())))
                .body(
                        "renewalWindow.opensOn",
                        is(today().plusYears(1).plusDays(1).toString()))
                .body(
                        "renewalWindow.closesOn",
                        is(today().plusYears(1).plusDays(30).toString()))
                .body("atRisk", is(false));
    }

    @Test
    void a_running_level_is_refused_before_anything_else() {
        var contoso = fixture.partner();
        var employees = fixture.silverMember(contoso);
        fixture.buys(contoso, "SILVER").statusCode(409).body("code", is("already-subscribed"));
        fixture.buys(contoso, "GOLD").statusCode(409).body("code", is("not-eligible"));
        fixture.leaves(employees[0]);
        fixture.buys(contoso, "SILVER").statusCode(409).body("code", is("already-subscribed"));
    }

    @Test
    void gold_beside_silver_is_an_upgrade() {
        var contoso = fixture.partner();
        fixture.messagingGold(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);
        assertThat(fixture.stage(contoso, "messaging", "GOLD")).isEqualTo("QUALIFIED");
        fixture.advance(Duration.ofDays(100));
        fixture.buys(contoso, "GOLD")
                .statusCode(201)
                .body("upgradeDiscountPercent", is(25))
                .body("startsOn", is(today().toString()))
                .body("expiresOn", is(today().plusYears(1).toString()));

        fixture.get(contoso.path("/subscriptions"))
                .body("totalCount", is(2))
                .body("items.level", contains("GOLD", "SILVER"))
                .body("items.status", contains("ACTIVE", "UPGRADED"));
        fixture.get(contoso.path("/membership")).body("level", is("GOLD"));
        fixture.get(contoso.path("/marketing-profile"))
                .body("membershipLevel", is("GOLD"))
                .body("competencies.level", contains("SILVER", "GOLD"));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
        assertThat(fixture.stage(contoso, "messaging", "GOLD")).isEqualTo("ACTIVE");
        fixture.buys(contoso, "SILVER").statusCode(409).body("code", is("already-subscribed"));
        fixture.buys(contoso, "GOLD").statusCode(409).body("code", is("already-subscribed"));
    }

    @Test
    void the_last_day_of_the_window_is_still_an_upgrade_and_the_next_one_a_new_start() {
        var contoso = fixture.partner();
        fixture.messagingGold(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);
        var anniversary = anniversary(contoso);
        lapseTo(anniversary.plusDays(31).atStartOfDay().minusSeconds(1));
        fixture.buys(contoso, "SILVER").statusCode(409).body("code", is("already-subscribed"));
        fixture.buys(contoso, "GOLD")
                .statusCode(201)
                .body("upgradeDiscountPercent", is(25))
                .body("startsOn", is(anniversary.plusDays(30).toString()))
                .body("expiresOn", is(anniversary.plusDays(30).plusYears(1).toString()));

        var fabrikam = fixture.partner();
        fixture.messagingGold(fabrikam);
        fixture.buys(fabrikam, "SILVER").statusCode(201);
        lapseTo(anniversary(fabrikam).plusDays(31).atStartOfDay());
        fixture.buys(fabrikam, "GOLD").statusCode(201).body("upgradeDiscountPercent", nullValue());
        fixture.get(fabrikam.path("/subscriptions")).body("items.status", contains("ACTIVE", "EXPIRED"));
        fixture.buys(fabrikam, "SILVER").statusCode(409).body("code", is("already-subscribed"));
    }

    @Test
    void every_end_of_a_term_stays_in_the_list() {
        var contoso = fixture.partner();
        fixture.messagingGold(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);
        lapseTo(anniversary(contoso).plusDays(31).atStartOfDay());
        fixture.buys(contoso, "SILVER").statusCode(201);
        lapseTo(anniversary(contoso).plusDays(1).atStartOfDay());
        String second = fixture.get(contoso.path("/membership")).extract().path("subscriptionId");
        admin().post(contoso.path("/subscriptions/" + second + "/renewal"))
                .then()
                .statusCode(201);
        fixture.buys(contoso, "GOLD").statusCode(201);
        lapseTo(anniversary(contoso).plusDays(1).atStartOfDay());
        fixture.get(contoso.path("/subscriptions"))
                .body("items.level", contains("GOLD", "SILVER", "SILVER", "SILVER"))
                .body("items.status", contains("GRACE", "UPGRADED", "RENEWED", "EXPIRED"));
        fixture.get(contoso.path("/subscriptions?size=2"))
                .body("totalCount", is(4))
                .body("items.status", contains("GRACE", "UPGRADED"));
    }

    @Test
    void eligibility_says_what_may_be_bought_and_why() {
        var contoso = fixture.partner();
        fixture.get(contoso.path("/eligibility"))
                .body("upgrade.level", contains("SILVER", "GOLD"))
                .body("upgrade.eligible", contains(false, false))
                .body("upgrade[0].reasons.code", contains("LEVEL_NOT_MET"))
                .body("upgrade[0].reasons[0].shortfall", notNullValue())
                .body("renewal", nullValue());
        fixture.silverMember(contoso);
        fixture.get(contoso.path("/eligibility"))
                .body("upgrade.level", contains("GOLD"))
                .body("renewal.level", is("SILVER"))
                .body("renewal.eligible", is(true))
                .body("renewal.allowedNow", is(false))
                .body("renewal.opensOn", is(today().plusYears(1).plusDays(1).toString()))
                .body("renewal.atRisk", is(false));
    }

    @Test
    void of_two_purchases_at_once_one_wins() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);
        var statuses =
                Together.times(8, i -> fixture.buys(contoso, "SILVER").extract().statusCode());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        fixture.get(contoso.path("/subscriptions")).body("totalCount", is(1));
    }

    @Test
    void an_upgrade_moves_the_day_on_which_an_open_alert_bites() {
        var contoso = fixture.partner();
        var member = fixture.silverMember(contoso)[0];
        fixture.leaves(member);
        fixture.advance(Duration.ofDays(10));
        goldInCloudProductivity(contoso);
        fixture.buys(contoso, "GOLD").statusCode(201);
        fixture.openAlerts(contoso)
                .body("items.competencyId", contains("messaging"))
                .body("items.bitesOn", contains(today().plusYears(1).toString()))
                .body("items[0].cause", is("USER_LEFT"))
                .body("items[0].people.userId", contains(member.id()));
    }

    private void goldInCloudProductivity(Partner partner) {
        fixture.mcsaHolder(partner);
        fixture.mcsaHolder(partner);
        fixture.sends(partner, PartnerFixture.entitlements("a", 4000, fixture.month()))
                .statusCode(200);
    }

    @Test
    void what_is_unknown_is_refused() {
        var nobody = new Partner(UUID.randomUUID().toString());
        fixture.buys(nobody, "SILVER").statusCode(404);
        for (var path :
                new String[] {"/membership", "/eligibility", "/subscriptions", "/alerts", "/marketing-profile"}) {
            fixture.get(nobody.path(path)).statusCode(404);
        }
        fixture.buys(fixture.partner(), "BRONZE").statusCode(400);
        fixture.buys(fixture.partner(), "").statusCode(400);
    }

    private LocalDate anniversary(Partner partner) {
        return LocalDate.parse(
                fixture.get(partner.path("/membership")).extract().path("expiresOn"));
    }

    private void lapseTo(LocalDateTime moment) {
        fixture.lapse(Duration.between(fixture.now(), moment.toInstant(ZoneOffset.UTC)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(fixture.now(), ZoneOffset.UTC);
    }
}
