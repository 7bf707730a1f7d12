package io.partnercompetencies.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What becomes of a subscription when its anniversary passes (M3, the stages). */
@QuarkusTest
class MembershipYearTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void the_dates_decide_at_once_and_the_pass_follows() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var anniversary = anniversary(contoso);

        lapseTo(anniversary);
        shows(contoso, "ACTIVE", "ACTIVE");
        lapseTo(anniversary.plusDays(1));
        shows(contoso, "GRACE", "IN_GRACE_PERIOD");
        fixture.sync();
        shows(contoso, "GRACE", "IN_GRACE_PERIOD");
        fixture.buys(contoso, "SILVER").statusCode(409).body("code", is("already-subscribed"));
        profileShows(contoso, "messaging");

        lapseTo(anniversary.plusDays(30));
        fixture.sync();
        shows(contoso, "GRACE", "IN_GRACE_PERIOD");
        lapseTo(anniversary.plusDays(31));
        shows(contoso, "EXPIRED", "QUALIFIED");
        profileShows(contoso);
        fixture.sync();
        shows(contoso, "EXPIRED", "QUALIFIED");
        profileShows(contoso);
        fixture.get(contoso.path("/subscriptions")).body("items.status", contains("EXPIRED"));
        fixture.get(contoso.path("/eligibility"))
                .body("renewal", nullValue())
                .body("upgrade.level", contains("SILVER", "GOLD"));

        fixture.buys(contoso, "SILVER").statusCode(201).body("startsOn", is(today().toString()));
        shows(contoso, "ACTIVE", "ACTIVE");
        fixture.get(contoso.path("/subscriptions")).body("items.status", contains("ACTIVE", "EXPIRED"));
    }

    @Test
    void what_is_not_met_when_the_window_closes_is_inactive_and_no_alert_stays_open() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        var anniversary = anniversary(contoso);
        lapseTo(anniversary.plusDays(1));
        fixture.sync();
        shows(contoso, "GRACE", "IN_GRACE_PERIOD");
        fixture.get(contoso.path("/membership")).body("atRisk", is(true));
        fixture.get(contoso.path("/eligibility"))
                .body("renewal.eligible", is(false))
                .body("renewal.allowedNow", is(false))
                .body("renewal.atRisk", is(true));

        lapseTo(anniversary.plusDays(31));
        shows(contoso, "EXPIRED", "INACTIVE");
        fixture.get(contoso.path("/membership")).body("atRisk", is(false));
        fixture.sync();
        shows(contoso, "EXPIRED", "INACTIVE");
        fixture.openAlerts(contoso).body("items", empty());
        fixture.get(contoso.path("/alerts?state=CLEARED"))
                .body("items.type", contains("RENEWAL_REMINDER", "RENEWAL_REMINDER", "RENEWAL_AT_RISK"));
    }

    @Test
    void silver_may_be_bought_in_the_grace_of_gold_and_ends_it() {
        var contoso = fixture.partner();
        var employees = fixture.messagingGold(contoso);
        fixture.buys(contoso, "GOLD").statusCode(201);
        fixture.buys(contoso, "SILVER").statusCode(409).body("code", is("already-subscribed"));
        fixture.leaves(employees[0]);
        fixture.openAlerts(contoso).body("items.level", contains("GOLD"));
        lapseTo(anniversary(contoso).plusDays(5));
        fixture.buys(contoso, "SILVER").statusCode(201).body("upgradeDiscountPercent", nullValue());

        fixture.get(contoso.path("/subscriptions"))
                .body("items.level", contains("SILVER", "GOLD"))
                .body("items.status", contains("ACTIVE", "EXPIRED"));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
        assertThat(fixture.stage(contoso, "messaging", "GOLD")).isEqualTo("INACTIVE");
        fixture.openAlerts(contoso).body("items", empty());
        fixture.get(contoso.path("/marketing-profile"))
                .body("membershipLevel", is("SILVER"))
                .body("competencies.level", contains("SILVER"));
    }

    @Test
    void gold_may_be_bought_in_the_grace_of_silver() {
        var contoso = fixture.partner();
        fixture.messagingGold(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);
        lapseTo(anniversary(contoso).plusDays(30));
        fixture.buys(contoso, "GOLD").statusCode(201).body("upgradeDiscountPercent", is(25));
        fixture.get(contoso.path("/subscriptions")).body("items.status", contains("ACTIVE", "UPGRADED"));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
    }

    private void shows(Partner partner, String membership, String stage) {
        fixture.get(partner.path("/membership")).body("status", is(membership));
        fixture.get(partner.path("/subscriptions")).body("items[0].status", is(membership));
        assertThat(fixture.stage(partner, "messaging", "SILVER")).isEqualTo(stage);
        fixture.get(partner.path("/competencies")).body("items[0].levels[0].stage", is(stage));
    }

    private void profileShows(Partner partner, Object... competencies) {
        fixture.get(partner.path("/marketing-profile"))
                .body("competencies.competencyId", competencies.length == 0 ? empty() : contains(competencies));
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
