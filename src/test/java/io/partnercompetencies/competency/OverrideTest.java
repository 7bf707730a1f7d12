package io.partnercompetencies.competency;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A level that the programme counts as met for a time (R7). */
@QuarkusTest
class OverrideTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void an_override_makes_a_level_met_at_once_and_the_pass_ends_it() {
        var contoso = fixture.partner();
        var until = fixture.now().plus(Duration.ofDays(10));
        var id = overrides(contoso, "SILVER", until);

        fixture.get(contoso.path("/competencies/messaging"))
                .body("evaluatedAt", is(fixture.now().toString()))
                .body("levels[0].stage", is("QUALIFIED"))
                .body("levels[0].met", is(true))
                .body("levels[0].metBy", is("OVERRIDE"))
                .body("levels[0].progress", equalTo(0f))
                .body("levels[0].options[0].met", is(false))
                .body("levels[0].waivers.by", contains("OVERRIDE"))
                .body("levels[0].waivers.id", contains(id))
                .body("levels[0].waivers.reason", contains("An exam is not recognised."))
                .body("levels[0].waivers.until", contains(until.toString()))
                .body("levels[1].met", is(false))
                .body("levels[1].waivers", nullValue());
        fixture.get(contoso.path("/competencies"))
                .body("items[0].levels[0].metBy", is("OVERRIDE"))
                .body("items[0].levels[0].waivers", nullValue())
                .body("items[1].levels[0].met", is(false));
        Consistency.checkSnapshot(contoso);

        advanceTo(until.minusSeconds(1));
        assertThat(stage(contoso)).isEqualTo("QUALIFIED");
        advanceTo(until);
        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].stage", is("NOT_STARTED"))
                .body("levels[0].waivers", nullValue());
        assertThat(fixture.sync()).as("nothing is due any more").isZero();
        assertThat(Sql.number(
                        "select count(*) from level_history where organization_id = ?", UUID.fromString(contoso.id())))
                .isEqualTo(2);
    }

    @Test
    void facts_come_first_and_the_override_shows_when_they_fall() {
        var contoso = fixture.partner();
        var employees = fixture.silverMember(contoso);
        overrides(contoso, "SILVER", null);
        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].metBy", is("FACTS"))
                .body("levels[0].waivers.by", contains("OVERRIDE"));

        fixture.leaves(employees[0]);
        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].stage", is("AT_RISK"))
                .body("levels[0].metBy", is("OVERRIDE"))
                .body("levels[0].progress", equalTo(0.5f));
        fixture.openAlerts(contoso).body("items.cause", contains("OVERRIDE_ENDS"));
    }

    @Test
    void a_level_met_by_an_override_can_be_bought_and_is_at_risk_when_it_ends() {
        var contoso = fixture.partner();
        var until = fixture.now().plus(Duration.ofDays(10));
        overrides(contoso, "SILVER", until);
        fixture.get(contoso.path("/eligibility")).body("upgrade.eligible", contains(true, false));
        fixture.buys(contoso, "SILVER").statusCode(201);
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        var raised = fixture.now().toString();
        fixture.get(contoso.path("/marketing-profile")).body("competencies.competencyId", contains("messaging"));

        advanceTo(until);
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso)
                .body("items.cause", contains("OVERRIDE_ENDS"))
                .body("items[0].people", empty())
                .body("items[0].achievements", empty())
                .body("items[0].raisedAt", is(raised));

        overrides(contoso, "SILVER", fixture.now().plus(Duration.ofDays(400)));
        assertThat(stage(contoso)).isEqualTo("ACTIVE");
        fixture.openAlerts(contoso).body("items", empty());
    }

    @Test
    void ended_early_it_acts_at_once_and_stays_known() {
        var contoso = fixture.partner();
        var id = overrides(contoso, "SILVER", null);
        fixture.buys(contoso, "SILVER").statusCode(201);
        fixture.lapse(Duration.ofHours(1));
        var one = contoso.path("/overrides/" + id);
        admin().delete(one).then().statusCode(204);
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso).body("items.cause", contains("OVERRIDE_ENDS"));

        var endedAt = fixture.now().toString();
        fixture.lapse(Duration.ofHours(1));
        admin().delete(one).then().statusCode(204);
        fixture.get(one).statusCode(200).body("endedAt", is(endedAt)).body("endedBy", is("admin"));
        fixture.get(contoso.path("/overrides")).body("totalCount", is(0)).body("items", empty());
        fixture.get(contoso.path("/overrides?includeEnded=true")).body("items.id", contains(id));
    }

    @Test
    void one_that_is_ended_in_the_instant_of_its_making_is_the_cause_all_the_same() {
        var contoso = fixture.partner();
        var id = overrides(contoso, "SILVER", null);
        fixture.buys(contoso, "SILVER").statusCode(201);
        admin().delete(contoso.path("/overrides/" + id)).then().statusCode(204);
        fixture.openAlerts(contoso).body("items.cause", contains("OVERRIDE_ENDS"));
    }

    @Test
    void lost_achievements_are_the_cause_before_an_override_that_ends() {
        var contoso = fixture.partner();
        var until = fixture.now().plus(Duration.ofDays(10));
        for (int i = 0; i < 2; i++) {
            fixture.passesMessagingUntil(fixture.linkedEmployee(contoso), until);
        }
        fixture.advance(Duration.ofHours(24));
        overrides(contoso, "SILVER", until);
        fixture.buys(contoso, "SILVER").statusCode(201);
        advanceTo(until);
        fixture.openAlerts(contoso).body("items.cause", contains("ACHIEVEMENT_EXPIRES"));
    }

    @Test
    void the_past_shows_what_was_in_force_and_known_then() {
        var contoso = fixture.partner();
        var before = fixture.now();
        fixture.lapse(Duration.ofHours(1));
        var until = fixture.now().plus(Duration.ofDays(10));
        var id = overrides(contoso, "SILVER", until);
        var during = fixture.now();
        fixture.lapse(Duration.ofHours(1));
        admin().delete(contoso.path("/overrides/" + id)).then().statusCode(204);
        var ended = fixture.now();
        fixture.lapse(Duration.ofHours(1));

        past(contoso, before).body("levels[0].met", is(false)).body("levels[0].waivers", nullValue());
        past(contoso, during.minusMillis(1)).body("levels[0].met", is(false));
        past(contoso, during)
                .body("levels[0].metBy", is("OVERRIDE"))
                .body("levels[0].stage", is("QUALIFIED"))
                .body("levels[0].waivers.until", contains(until.toString()));
        past(contoso, ended.minusMillis(1)).body("levels[0].met", is(true));
        past(contoso, ended).body("levels[0].met", is(false));
    }

    @Test
    void without_an_end_it_is_good_for_three_months() {
        var contoso = fixture.partner();
        overrides(contoso, "GOLD", null);
        fixture.get(contoso.path("/overrides"))
                .body(
                        "items.until",
                        contains(fixture.now()
                                .atOffset(ZoneOffset.UTC)
                                .plusMonths(3)
                                .toInstant()
                                .toString()))
                .body("items.createdBy", contains("admin"))
                .body("items[0].createdAt", is(fixture.now().toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:30:00.000001Z, 2027-02-21T09:30:00.000001Z",
        "2026-11-30T23:59:59Z, 2027-02-28T23:59:59Z",
        "2027-11-30T00:00:00Z, 2028-02-29T00:00:00Z",
        "2027-01-31T12:00:00Z, 2027-04-30T12:00:00Z"
    })
    void three_months_are_months_of_the_calendar(Instant from, Instant until) {
        assertThat(OverrideLaws.usualEnd(from)).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "competencyId | baking         | 422 | /competencyId",
                "competencyId |                | 422 | /competencyId",
                "level        |                | 422 | /level",
                "level        | BRONZE         | 400 | /level",
                "reason       |                | 422 | /reason",
                "reason       | ' '            | 422 | /reason",
                "reason       | 'two\tcolumns' | 422 | /reason",
                "until        | 2026-01-01T00:00:00Z | 422 | /until",
                "until        | tomorrow       | 400 | /until",
                "createdBy    | me             | 400 | /createdBy"
            })
    void what_cannot_be_set_is_refused(String member, String value, int status, String pointer) {
        var contoso = fixture.partner();
        var body = body("SILVER", null);
        body.put(member, value);
        admin().body(body)
                .post(contoso.path("/overrides"))
                .then()
                .statusCode(status)
                .body("errors.pointer", contains(pointer));
        fixture.get(contoso.path("/overrides?includeEnded=true")).body("totalCount", is(0));
    }

    @Test
    void bounds_and_strangers_are_refused() {
        var contoso = fixture.partner();
        post(contoso, body("SILVER", fixture.now())).statusCode(422).body("errors.pointer", contains("/until"));
        var wordy = body("SILVER", null);
        wordy.put("reason", "a".repeat(1001));
        post(contoso, wordy).statusCode(422).body("errors.pointer", contains("/reason"));
        wordy.put("reason", "a".repeat(1000));
        String id = post(contoso, wordy).statusCode(201).extract().path("id");
        var once = body("SILVER", null);
        once.put("competencyId", "enterprise-resource-planning");
        post(contoso, once).statusCode(422).body("errors.pointer", contains("/level"));

        var fabrikam = fixture.partner();
        for (var path : List.of(fabrikam.path("/overrides/" + id), contoso.path("/overrides/" + UUID.randomUUID()))) {
            fixture.get(path).statusCode(404);
            admin().delete(path).then().statusCode(404).body("code", is("not-found"));
        }
        var nobody = new Partner(UUID.randomUUID().toString());
        post(nobody, body("SILVER", null)).statusCode(404);
        fixture.get(nobody.path("/overrides")).statusCode(404);
        fixture.get(contoso.path("/overrides?includeEnded=maybe")).statusCode(400);
    }

    @Test
    void it_is_a_resource_like_others() {
        var contoso = fixture.partner();
        var key = UUID.randomUUID().toString();
        var first = admin().header("Idempotency-Key", key)
                .body(body("SILVER", null))
                .post(contoso.path("/overrides"))
                .then()
                .statusCode(201)
                .header("Location", startsWith(contoso.path("/overrides/")))
                .extract();
        String id = first.path("id");
        admin().header("Idempotency-Key", key)
                .body(body("SILVER", null))
                .post(contoso.path("/overrides"))
                .then()
                .statusCode(201)
                .header("Location", endsWith(id))
                .body("id", is(id));
        overrides(contoso, "GOLD", null);
        fixture.get(contoso.path("/overrides?size=1"))
                .body("totalCount", is(2))
                .body("items", hasSize(1))
                .body("links.next.uri", notNullValue());

        var tag =
                fixture.get(first.header("Location")).statusCode(200).extract().header("ETag");
        admin().header("If-None-Match", tag)
                .get(first.header("Location"))
                .then()
                .statusCode(304);
        admin().header("If-Match", "\"7\"")
                .delete(first.header("Location"))
                .then()
                .statusCode(412);
        admin().header("If-Match", tag).delete(first.header("Location")).then().statusCode(204);
        admin().header("If-Match", tag).delete(first.header("Location")).then().statusCode(412);
    }

    private static Map<String, Object> body(String level, Instant until) {
        var body = new HashMap<String, Object>();
        body.put("competencyId", "messaging");
        body.put("level", level);
        body.put("reason", "An exam is not recognised.");
        if (until != null) {
            body.put("until", until.toString());
        }
        return body;
    }

    private static ValidatableResponse post(Partner partner, Map<String, Object> body) {
        return admin().body(body).post(partner.path("/overrides")).then();
    }

    private static String overrides(Partner partner, String level, Instant until) {
        return post(partner, body(level, until)).statusCode(201).extract().path("id");
    }

    private ValidatableResponse past(Partner partner, Instant at) {
        return fixture.get(partner.path("/competencies/messaging?asOf=" + at)).statusCode(200);
    }

    private String stage(Partner partner) {
        return fixture.stage(partner, "messaging", "SILVER");
    }

    private void advanceTo(Instant instant) {
        fixture.advance(Duration.between(fixture.now(), instant));
    }
}
