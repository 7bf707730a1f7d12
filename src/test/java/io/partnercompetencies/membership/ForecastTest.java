package io.partnercompetencies.membership;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What breaks when, if nobody does anything (R8, M6). */
@QuarkusTest
class ForecastTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    Callers callers;

    @Test
    void a_level_that_will_not_be_met_on_the_anniversary_is_at_risk_from_the_day_it_is_bought() {
        var contoso = fixture.partner();
        var expiresAt = fixture.now().plus(Duration.ofDays(100));
        var expiring = expiringMember(contoso, expiresAt);

        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("AT_RISK");
        fixture.get(contoso.path("/competencies/messaging")).body("levels[0].met", is(true));
        fixture.get(contoso.path("/membership")).body("atRisk", is(true));
        fixture.openAlerts(contoso)
                .body("items.cause", contains("ACHIEVEMENT_EXPIRES"))
                .body("items[0].people.userId", contains(expiring.id()))
                .body("items[0].achievements", hasSize(2))
                .body("items[0].bitesOn", is(anniversary()));
        fixture.get(contoso.path("/forecast"))
                .statusCode(200)
                .body("anniversary", is(anniversary()))
                .body("items.on", contains(day(expiresAt)))
                .body("items.competencyId", contains("messaging"))
                .body("items.level", contains("SILVER"))
                .body("items.from", contains("ACTIVE"))
                .body("items.to", contains("AT_RISK"))
                .body("items[0].causes", contains("ACHIEVEMENT_EXPIRES"))
                .body("items[0].people.userId", contains(expiring.id()))
                .body("items[0].achievements", hasSize(2));
    }

    @Test
    void what_expires_after_the_anniversary_harms_nobody_and_what_ends_with_it_does() {
        var contoso = fixture.partner();
        var decided = LocalDate.parse(anniversary())
                .plusDays(2)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        expiringMember(contoso, decided.plusSeconds(1));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
        fixture.openAlerts(contoso).body("items", empty());
        fixture.get(contoso.path("/forecast")).body("items", empty());

        var fabrikam = fixture.partner();
        decided = LocalDate.parse(anniversary())
                .plusDays(2)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        expiringMember(fabrikam, decided);
        assertThat(fixture.stage(fabrikam, "messaging", "SILVER")).isEqualTo("AT_RISK");
    }

    @Test
    void the_alert_stays_one_when_the_expiry_comes_and_clears_when_somebody_fills_the_gap() {
        var contoso = fixture.partner();
        var expiresAt = fixture.now().plus(Duration.ofDays(100));
        expiringMember(contoso, expiresAt);
        String alert = fixture.openAlerts(contoso).extract().path("items[0].id");
        fixture.advance(Duration.between(fixture.now(), expiresAt));
        fixture.openAlerts(contoso)
                .body("items.id", contains(alert))
                .body("items.cause", contains("ACHIEVEMENT_EXPIRES"));
        fixture.get(contoso.path("/forecast")).body("items", empty());

        fixture.lapse(Duration.ofSeconds(1));
        fixture.passesMessaging(fixture.linkedEmployee(contoso));
        fixture.get(contoso.path("/forecast"))
                .body("items.from", contains("AT_RISK"))
                .body("items.to", contains("ACTIVE"))
                .body("items[0].causes", contains("ACHIEVEMENT_COUNTS"));
        fixture.advance(Duration.ofHours(24));
        fixture.openAlerts(contoso).body("items", empty());
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
        Consistency.check();
        Consistency.checkSnapshot(contoso);
    }

    @Test
    void an_open_alert_tells_the_reason_of_today() {
        var contoso = fixture.partner();
        var expiring = expiringMember(contoso, fixture.now().plus(Duration.ofDays(100)));
        fixture.openAlerts(contoso).body("items.cause", contains("ACHIEVEMENT_EXPIRES"));
        fixture.leaves(expiring);
        fixture.openAlerts(contoso)
                .body("items.cause", contains("USER_LEFT"))
                .body("items[0].people.userId", contains(expiring.id()));
    }

    @Test
    void whoever_is_one_of_exactly_two_is_critical_and_a_third_relieves_them() {
        var contoso = fixture.partner();
        var employees = fixture.silverMember(contoso);
        fixture.get(contoso.path("/forecast"))
                .body("levels.competencyId", contains("messaging"))
                .body("levels[0].level", is("SILVER"))
                .body("levels[0].toleratesLeavers", is(0))
                .body("levels[0].critical.userId", containsInAnyOrder(employees[0].id(), employees[1].id()));

        fixture.passesMessaging(fixture.linkedEmployee(contoso));
        fixture.advance(Duration.ofHours(24));
        fixture.get(contoso.path("/forecast"))
                .body("levels[0].toleratesLeavers", is(1))
                .body("levels[0].critical", hasSize(3));
    }

    @Test
    void whoever_sees_no_people_is_told_how_many_but_not_who() {
        var contoso = fixture.partner();
        expiringMember(contoso, fixture.now().plus(Duration.ofDays(100)));
        callers.signedIn(contoso, "report-viewer")
                .as()
                .get(contoso.path("/forecast"))
                .then()
                .statusCode(200)
                .body("items[0].causes", contains("ACHIEVEMENT_EXPIRES"))
                .body("items[0].people", nullValue())
                .body("items[0].achievements", nullValue())
                .body("levels[0].toleratesLeavers", is(0))
                .body("levels[0].critical", nullValue());
    }

    @Test
    void without_a_running_subscription_there_is_nothing_to_tell() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);
        fixture.get(contoso.path("/forecast"))
                .statusCode(200)
                .body("anniversary", nullValue())
                .body("items", empty())
                .body("levels", empty());
        fixture.buys(contoso, "SILVER").statusCode(201);
        fixture.lapse(Duration.ofDays(366 + 31));
        fixture.get(contoso.path("/forecast")).body("anniversary", nullValue()).body("levels", empty());
    }

    @Test
    void the_past_shows_the_risk_that_was_known_then() {
        var contoso = fixture.partner();
        var expiring = expiringMember(contoso, fixture.now().plus(Duration.ofDays(100)));
        var then = fixture.now();
        fixture.lapse(Duration.ofHours(1));
        renews(expiring, fixture.now().plus(Duration.ofDays(1000)));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
        fixture.get(contoso.path("/competencies/messaging?asOf=" + then)).body("levels[0].stage", is("AT_RISK"));
    }

    /** One of exactly two employees has exams that expire. */
    private Employee expiringMember(Partner partner, Instant expiresAt) {
        var lasting = fixture.linkedEmployee(partner);
        fixture.passesMessaging(lasting);
        var expiring = fixture.linkedEmployee(partner);
        fixture.passesMessagingUntil(expiring, expiresAt);
        fixture.advance(Duration.ofHours(24));
        fixture.buys(partner, "SILVER").statusCode(201);
        return expiring;
    }

    private void renews(Employee employee, Instant expiresAt) {
        var earned = admin().get("/v1/achievements?account=" + employee.account())
                .then()
                .extract()
                .jsonPath();
        for (int i = 0; i < 2; i++) {
            fixture.report(Map.of(
                            "account", employee.account(),
                            "type", "EXAM",
                            "credential", earned.getString("items[" + i + "].credential"),
                            "achievedAt", earned.getString("items[" + i + "].achievedAt"),
                            "expiresAt", expiresAt.toString()))
                    .statusCode(200);
        }
        fixture.sync();
    }

    private String anniversary() {
        return LocalDate.ofInstant(fixture.now(), ZoneOffset.UTC).plusYears(1).toString();
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
