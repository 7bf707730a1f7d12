package io.partnercompetencies.membership;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alert that a held level is at risk (M6). */
@QuarkusTest
class AlertTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    AlertService alerts;

    @Test
    void a_level_at_risk_has_one_open_alert_however_much_is_lost() {
        var contoso = fixture.partner();
        var employees = fixture.silverMember(contoso);
        fixture.leaves(employees[0]);
        var raisedAt = fixture.now().toString();
        fixture.lapse(Duration.ofHours(1));
        fixture.leaves(employees[1]);
        fixture.advance(Duration.ofDays(1));

        fixture.openAlerts(contoso)
                .body("totalCount", is(1))
                .body("items[0].type", is("RENEWAL_AT_RISK"))
                .body("items[0].state", is("OPEN"))
                .body("items[0].competencyId", is("messaging"))
                .body("items[0].level", is("SILVER"))
                .body("items[0].cause", is("USER_LEFT"))
                .body("items[0].people.userId", contains(employees[0].id()))
                .body("items[0].people[0].displayName", startsWith("employee"))
                .body("items[0].achievements", hasSize(2))
                .body("items[0].raisedAt", is(raisedAt))
                .body("items[0].clearedAt", nullValue());
        fixture.get(contoso.path("/membership")).body("atRisk", is(true));
    }

    @Test
    void an_alert_clears_when_the_level_is_met_and_another_loss_raises_another() {
        var contoso = fixture.partner();
        var employees = fixture.silverMember(contoso);
        fixture.leaves(employees[0]);
        var third = fixture.linkedEmployee(contoso);
        fixture.passesMessaging(third);
        fixture.openAlerts(contoso).body("totalCount", is(1));
        fixture.advance(Duration.ofHours(24));
        fixture.openAlerts(contoso).body("items", empty());
        fixture.leaves(third);

        fixture.get(contoso.path("/alerts"))
                .body("totalCount", is(2))
                .body("items.state", contains("OPEN", "CLEARED"))
                .body("items[0].people.userId", contains(third.id()))
                .body("items[1].clearedAt", notNullValue());
        fixture.get(contoso.path("/alerts?size=1"))
                .body("items.state", contains("OPEN"))
                .body("links.next.uri", startsWith("/v1/"));
        fixture.get(contoso.path("/alerts?state=open")).statusCode(400);
    }

    @Test
    void the_loss_of_what_no_requirement_needs_alerts_nobody() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var third = fixture.linkedEmployee(contoso);
        fixture.passesMessaging(third);
        fixture.advance(Duration.ofHours(24));
        fixture.leaves(third);
        fixture.openAlerts(contoso).body("items", empty());
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
    }

    @Test
    void without_a_subscription_nothing_is_at_risk() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.messagingSilver(contoso)[0]);
        fixture.get(contoso.path("/alerts")).body("totalCount", is(0));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("STARTED");
    }

    @Test
    void pending_achievements_are_not_to_blame() {
        var contoso = fixture.partner();
        var leaver = fixture.silverMember(contoso)[0];
        fixture.passesNow(leaver, "70-346");
        fixture.passes(leaver.account(), "EXAM", "70-347", fixture.now()).statusCode(201);
        fixture.leaves(leaver);
        fixture.openAlerts(contoso).body("items[0].achievements", hasSize(2));
    }

    @Test
    void a_loss_of_gold_alerts_for_each_level_that_falls() {
        var contoso = fixture.partner();
        var employees = fixture.messagingGold(contoso);
        fixture.buys(contoso, "GOLD").statusCode(201);
        fixture.leaves(employees[0]);
        fixture.openAlerts(contoso).body("items.level", contains("GOLD"));
        fixture.leaves(employees[1]);
        fixture.leaves(employees[2]);
        fixture.openAlerts(contoso)
                .body("items.level", contains("SILVER", "GOLD"))
                .body("items[0].people.userId", contains(employees[2].id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | en    | A recent change to your competency achievement has put your membership renewal eligibility at risk
            es-MX | es    | Un cambio reciente en tu logro de competencias ha puesto en riesgo la renovación de la suscripción
            it    | it    | "A seguito di una recente modifica al processo di acquisizione delle competenze, potresti non essere idoneo al rinnovo dell'appartenenza"
            pt    | pt-BR | Uma recente alteração em sua obtenção de competência colocou sua qualificação de renovação de associação em risco
            zh    | zh-CN | 你的能力成就的最新变化已使你的成员身份续订资格面临风险
            fr    | en    | A recent change to your competency achievement has put your membership renewal eligibility at risk
            """, quoteCharacter = '"')
    void the_sentence_is_the_programmes_in_the_asked_language(String asked, String given, String sentence) {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        admin().header("Accept-Language", asked)
                .get(contoso.path("/alerts"))
                .then()
                .header("Content-Language", given)
                .body("items[0].message", is(sentence))
                .body(
                        "items[0].bitesOn",
                        is(LocalDate.ofInstant(fixture.now(), ZoneOffset.UTC)
                                .plusYears(1)
                                .toString()));
    }

    @Test
    void whoever_sees_no_people_is_told_the_alert_without_anybody() throws Throwable {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        var organization = UUID.fromString(contoso.id());
        var alert = VertxContextSupport.subscribeAndAwait(
                        () -> alerts.page(organization, null, new Page(1, null), Language.EN, false))
                .rows()
                .get(0);
        assertThat(alert.message()).startsWith("A recent change");
        assertThat(alert.people()).isNull();
        assertThat(alert.achievements()).isNull();
        fixture.openAlerts(contoso).body("items[0].people", hasSize(1)).body("items[0].achievements", hasSize(2));
    }

    @Test
    void filters_and_paths_are_checked() {
        var contoso = fixture.partner();
        for (var wrong : List.of("state=LOST", "size=0", "cursor=abc")) {
            fixture.get(contoso.path("/alerts?" + wrong)).statusCode(400).body("code", is("invalid-parameter"));
        }
    }
}
