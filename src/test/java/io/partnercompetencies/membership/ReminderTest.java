package io.partnercompetencies.membership;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members are reminded of the end of their term (M7). */
@QuarkusTest
class ReminderTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void the_first_reminder_comes_15_days_before_the_anniversary_and_the_second_23_days_after_it() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var anniversary = anniversary(contoso);
        passAt(startOf(anniversary.minusDays(15)).minusSeconds(1));
        fixture.get(contoso.path("/alerts")).body("items", empty());

        var first = startOf(anniversary.minusDays(15));
        passAt(first);
        fixture.openAlerts(contoso)
                .body("items.type", contains("RENEWAL_REMINDER"))
                .body("items.bitesOn", contains(anniversary.toString()))
                .body("items.raisedAt", contains(first.toString()))
                .body("items[0]", not(hasKey("competencyId")))
                .body("items[0]", not(hasKey("level")))
                .body("items[0]", not(hasKey("cause")))
                .body("items[0]", not(hasKey("people")))
                .body("items[0]", not(hasKey("achievements")));
        fixture.get(contoso.path("/membership")).body("atRisk", is(false));
        passAt(startOf(anniversary.plusDays(22)));
        fixture.get(contoso.path("/alerts")).body("items.state", contains("OPEN"));

        var second = startOf(anniversary.plusDays(23));
        passAt(second);
        fixture.get(contoso.path("/alerts"))
                .body("items.state", contains("OPEN", "CLEARED"))
                .body("items.raisedAt", contains(second.toString(), first.toString()))
                .body("items[1].clearedAt", is(second.toString()));
    }

    @Test
    void the_status_says_that_a_reminder_is_due() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var due = startOf(anniversary(contoso).minusDays(15));
        fixture.lapse(Duration.between(fixture.now(), due.plusSeconds(5)));
        fixture.get(contoso.path("/competencies")).body("completeThrough", is(due.toString()));
    }

    @Test
    void it_is_raised_once_however_many_look() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        fixture.lapse(
                Duration.between(fixture.now(), startOf(anniversary(contoso).minusDays(15))));
        var third = fixture.linkedEmployee(contoso);
        Together.times(4, i -> i % 2 == 0 ? fixture.sync() : leave(third));
        fixture.advance(Duration.ofDays(1));
        fixture.leaves(fixture.linkedEmployee(contoso));
        fixture.get(contoso.path("/alerts")).body("items.type", contains("RENEWAL_REMINDER"));
    }

    private int leave(PartnerFixture.Employee employee) {
        fixture.leaves(employee);
        return 0;
    }

    @Test
    void who_looks_late_finds_both_and_the_later_one_holds() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var anniversary = anniversary(contoso);
        fixture.lapse(Duration.between(fixture.now(), startOf(anniversary.plusDays(25))));
        fixture.leaves(fixture.linkedEmployee(contoso));
        fixture.get(contoso.path("/alerts"))
                .body("items.type", contains("RENEWAL_REMINDER", "RENEWAL_REMINDER"))
                .body("items.state", contains("OPEN", "CLEARED"));
    }

    @Test
    void a_renewal_ends_it_and_the_next_term_brings_its_own() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var anniversary = anniversary(contoso);
        passAt(startOf(anniversary.minusDays(15)));
        fixture.lapse(Duration.between(fixture.now(), startOf(anniversary.plusDays(1))));
        String id = fixture.get(contoso.path("/membership")).extract().path("subscriptionId");
        admin().post(contoso.path("/subscriptions/" + id + "/renewal")).then().statusCode(201);
        fixture.openAlerts(contoso).body("items", empty());
        passAt(startOf(anniversary.plusDays(23)));
        fixture.openAlerts(contoso).body("items", empty());
        passAt(startOf(anniversary.plusYears(1).minusDays(15)));
        fixture.openAlerts(contoso)
                .body("items.bitesOn", contains(anniversary.plusYears(1).toString()));
    }

    @Test
    void an_upgrade_ends_it() {
        var contoso = fixture.partner();
        fixture.messagingGold(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);
        passAt(startOf(anniversary(contoso).minusDays(15)));
        fixture.buys(contoso, "GOLD").statusCode(201);
        fixture.openAlerts(contoso).body("items", empty());
    }

    @Test
    void the_close_of_the_window_ends_it_also_where_no_pass_looked_in_between() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var anniversary = anniversary(contoso);
        passAt(startOf(anniversary.plusDays(23)));
        fixture.openAlerts(contoso).body("totalCount", is(1));
        passAt(startOf(anniversary.plusDays(31)));
        fixture.openAlerts(contoso).body("items", empty());

        var fabrikam = fixture.partner();
        fixture.silverMember(fabrikam);
        anniversary = anniversary(fabrikam);
        passAt(startOf(anniversary.plusDays(40)));
        fixture.openAlerts(fabrikam).body("items", empty());
        fixture.get(fabrikam.path("/alerts"))
                .body("items.type", contains("RENEWAL_REMINDER", "RENEWAL_REMINDER"))
                .body(
                        "items.raisedAt",
                        contains(
                                startOf(anniversary.plusDays(23)).toString(),
                                startOf(anniversary.minusDays(15)).toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en    | Your membership ends on %s. It can be renewed from %s to %s.
                    es-MX | Su suscripción termina el %s. Se puede renovar del %s al %s.
                    it    | La tua adesione termina il %s. Può essere rinnovata dal %s al %s.
                    pt    | Sua associação termina em %s. Ela pode ser renovada de %s a %s.
                    zh    | 你的成员身份将于 %s 到期。可在 %s 至 %s 期间续订。
                    """)
    void the_sentence_says_when_it_ends_and_when_it_can_be_renewed(String language, String sentence) {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var anniversary = anniversary(contoso);
        passAt(startOf(anniversary.minusDays(15)));
        var expected = sentence.formatted(anniversary, anniversary.plusDays(1), anniversary.plusDays(30));
        assertThat(message(contoso, language)).isEqualTo(expected);
        passAt(startOf(anniversary.plusDays(23)));
        assertThat(message(contoso, language))
                .isNotEqualTo(expected)
                .contains(
                        anniversary.toString(),
                        anniversary.plusDays(1).toString(),
                        anniversary.plusDays(30).toString())
                .doesNotContain("{", "''");
    }

    private String message(Partner partner, String language) {
        return admin().header("Accept-Language", language)
                .get(partner.path("/alerts?state=OPEN"))
                .then()
                .extract()
                .path("items[0].message");
    }

    private void passAt(Instant instant) {
        fixture.advance(Duration.between(fixture.now(), instant));
    }

    private LocalDate anniversary(Partner partner) {
        return LocalDate.parse(
                fixture.get(partner.path("/membership")).extract().path("expiresOn"));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
