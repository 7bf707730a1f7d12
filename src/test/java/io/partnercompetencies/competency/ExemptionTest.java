package io.partnercompetencies.competency;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held levels that count as met for the whole programme, by their anniversary (R7). */
@QuarkusTest
class ExemptionTest {

    @Inject
    PartnerFixture fixture;

    /** They concern the partners of all tests. */
    @AfterEach
    void endAll() {
        List<String> left = fixture.get("/v1/exemptions?size=200").extract().path("items.id");
        left.forEach(id -> admin().delete("/v1/exemptions/" + id).then().statusCode(204));
        fixture.advance(Duration.ofSeconds(1));
    }

    @Test
    void a_held_level_that_lost_its_people_counts_as_met_to_the_close_of_the_renewal_window() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.advance(Duration.ofHours(1));
        var anniversary = anniversary(contoso);
        var id = exempts(anniversary, anniversary);

        fixture.get(contoso.path("/competencies"))
                .body("items[0].levels[0].stage", is("AT_RISK"))
                .body("completeThrough", is(fixture.now().toString()));
        fixture.sync();
        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].stage", is("ACTIVE"))
                .body("levels[0].metBy", is("EXEMPTION"))
                .body("levels[0].progress", equalTo(0.5f))
                .body("levels[0].waivers.by", contains("EXEMPTION"))
                .body("levels[0].waivers.id", contains(id))
                .body("levels[0].waivers.reason", contains("Test centres are closed."))
                .body("levels[0].waivers.until", contains(closeOf(anniversary).toString()))
                .body("levels[1].met", is(false));
        fixture.openAlerts(contoso).body("items", empty());
        fixture.get(contoso.path("/alerts?state=CLEARED")).body("totalCount", is(1));
        Consistency.checkSnapshot(contoso);

        advanceTo(closeOf(anniversary).minusSeconds(1));
        assertThat(stage(contoso)).isEqualTo("IN_GRACE_PERIOD");
        fixture.get(contoso.path("/eligibility"))
                .body("renewal.eligible", is(true))
                .body("renewal.allowedNow", is(true))
                .body("renewal.atRisk", is(false));
        advanceTo(closeOf(anniversary));
        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].stage", is("INACTIVE"))
                .body("levels[0].met", is(false))
                .body("levels[0].waivers", nullValue());
        fixture.get(contoso.path("/alerts"))
                .body("items.type", contains("RENEWAL_REMINDER", "RENEWAL_REMINDER", "RENEWAL_AT_RISK"));
    }

    @Test
    void what_is_lost_later_alerts_nobody() {
        var contoso = fixture.partner();
        var employees = fixture.silverMember(contoso);
        exempts(anniversary(contoso), anniversary(contoso));
        fixture.advance(Duration.ofSeconds(1));
        fixture.get(contoso.path("/competencies/messaging")).body("levels[0].metBy", is("FACTS"));
        fixture.leaves(employees[0]);
        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].stage", is("ACTIVE"))
                .body("levels[0].metBy", is("EXEMPTION"));
        fixture.get(contoso.path("/alerts")).body("totalCount", is(0));

        override(contoso);
        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].metBy", is("OVERRIDE"))
                .body("levels[0].waivers.by", contains("OVERRIDE", "EXEMPTION"));
    }

    @Test
    void when_it_is_ended_the_next_pass_computes_from_the_facts_again() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        var before = fixture.now();
        fixture.advance(Duration.ofHours(1));
        var id = exempts(anniversary(contoso), anniversary(contoso));
        var during = fixture.now();
        fixture.sync();
        fixture.lapse(Duration.ofHours(1));
        admin().delete("/v1/exemptions/" + id).then().statusCode(204);
        var ended = fixture.now();
        fixture.get(contoso.path("/competencies")).body("completeThrough", is(ended.toString()));
        fixture.advance(Duration.ofSeconds(30));
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso)
                .body("items.cause", contains("OVERRIDE_ENDS"))
                .body("items[0].people", empty());
        admin().delete("/v1/exemptions/" + id).then().statusCode(204);
        fixture.get("/v1/exemptions/" + id)
                .body("endedAt", is(ended.toString()))
                .body("endedBy", is("admin"));

        past(contoso, before).body("levels[0].stage", is("AT_RISK"));
        past(contoso, during)
                .body("levels[0].metBy", is("EXEMPTION"))
                .body(
                        "levels[0].waivers.until",
                        contains(closeOf(anniversary(contoso)).toString()));
        past(contoso, ended.minusMillis(1)).body("levels[0].stage", is("ACTIVE"));
        past(contoso, ended).body("levels[0].stage", is("AT_RISK"));
    }

    @Test
    void other_anniversaries_other_competencies_and_what_is_not_held_stay_as_they_are() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        var fabrikam = fixture.partner();
        fixture.leaves(fixture.messagingSilver(fabrikam)[0]);
        fixture.advance(Duration.ofSeconds(1));
        var anniversary = anniversary(contoso);
        var waiting = "select count(*) from standing where stale and organization_id in (?, ?)";

        exempts(anniversary.plusDays(1), anniversary.plusYears(1));
        exempts(anniversary.minusYears(1), anniversary.minusDays(1));
        assertThat(Sql.number(waiting, UUID.fromString(contoso.id()), UUID.fromString(fabrikam.id())))
                .as("those concerned")
                .isZero();
        exempts(anniversary, anniversary, "cloud-productivity");
        fixture.advance(Duration.ofSeconds(1));
        assertThat(stage(contoso)).isEqualTo("AT_RISK");

        exempts(anniversary, anniversary, "cloud-productivity", "messaging", "messaging");
        assertThat(Sql.number(waiting, UUID.fromString(contoso.id()), UUID.fromString(fabrikam.id())))
                .isEqualTo(1);
        fixture.advance(Duration.ofSeconds(1));
        assertThat(stage(contoso)).isEqualTo("ACTIVE");
        assertThat(stage(fabrikam)).isEqualTo("STARTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "competencies    | []                    | 422 | /competencies",
                "competencies    | [messaging, baking]   | 422 | /competencies/1",
                "competencies    | [messaging, null]     | 422 | /competencies/1",
                "anniversaryTo   | 2026-12-31            | 422 | /anniversaryTo",
                "anniversaryTo   | null                  | 422 | /anniversaryTo",
                "anniversaryFrom | null                  | 422 | /anniversaryFrom",
                "anniversaryFrom | 2027-02-30            | 400 | /anniversaryFrom",
                "reason          | null                  | 422 | /reason",
                "reason          | ' '                   | 422 | /reason",
                "market          | DEVELOPED             | 400 | /market"
            })
    void what_cannot_be_declared_is_refused(String member, String value, int status, String pointer) {
        var body = body(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-06-30"));
        body.put(member, value != null && value.startsWith("[") ? list(value) : value);
        admin().body(body).post("/v1/exemptions").then().statusCode(status).body("errors.pointer", contains(pointer));
        fixture.get("/v1/exemptions").body("totalCount", is(0));
    }

    private static List<String> list(String value) {
        return value.equals("[]")
                ? List.of()
                : Arrays.stream(value.substring(1, value.length() - 1).split(", "))
                        .map(one -> one.equals("null") ? null : one)
                        .collect(Collectors.toList());
    }

    @Test
    void it_is_a_resource_like_others() {
        var body = body(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-06-30"));
        var key = UUID.randomUUID().toString();
        var first = admin().header("Idempotency-Key", key)
                .body(body)
                .post("/v1/exemptions")
                .then()
                .statusCode(201)
                .body("competencies", nullValue())
                .body("anniversaryFrom", is("2027-01-01"))
                .body("anniversaryTo", is("2027-06-30"))
                .body("createdAt", is(fixture.now().toString()))
                .body("createdBy", is("admin"))
                .extract();
        String id = first.path("id");
        var location = first.header("Location");
        admin().header("Idempotency-Key", key)
                .body(body)
                .post("/v1/exemptions")
                .then()
                .statusCode(201)
                .body("id", is(id));
        fixture.get("/v1/exemptions").body("totalCount", is(1)).body("items.id", contains(id));

        var tag = fixture.get(location)
                .statusCode(200)
                .body("id", is(id))
                .extract()
                .header("ETag");
        admin().header("If-Match", "\"7\"").delete(location).then().statusCode(412);
        admin().header("If-Match", tag).delete(location).then().statusCode(204);
        fixture.get("/v1/exemptions").body("totalCount", is(0));
        fixture.get("/v1/exemptions?includeEnded=true&size=200").body("items.id", hasItem(id));
        for (var unknown : List.of(UUID.randomUUID().toString(), "first")) {
            fixture.get("/v1/exemptions/" + unknown).statusCode(404);
            admin().delete("/v1/exemptions/" + unknown).then().statusCode(404).body("code", is(not("")));
        }
    }

    private static Map<String, Object> body(LocalDate from, LocalDate to) {
        var body = new HashMap<String, Object>();
        body.put("anniversaryFrom", from.toString());
        body.put("anniversaryTo", to.toString());
        body.put("reason", "Test centres are closed.");
        return body;
    }

    private static String exempts(LocalDate from, LocalDate to, String... competencies) {
        var body = body(from, to);
        if (competencies.length > 0) {
            body.put("competencies", competencies);
        }
        return admin().body(body)
                .post("/v1/exemptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void override(Partner partner) {
        admin().body(Map.of("competencyId", "messaging", "level", "SILVER", "reason", "An exam is not recognised."))
                .post(partner.path("/overrides"))
                .then()
                .statusCode(201);
    }

    private ValidatableResponse past(Partner partner, Instant at) {
        return fixture.get(partner.path("/competencies/messaging?asOf=" + at)).statusCode(200);
    }

    private String stage(Partner partner) {
        return fixture.stage(partner, "messaging", "SILVER");
    }

    private LocalDate anniversary(Partner partner) {
        return LocalDate.parse(
                fixture.get(partner.path("/membership")).extract().path("expiresOn"));
    }

    /** The first instant after the renewal window. */
    private static Instant closeOf(LocalDate anniversary) {
        return anniversary.plusDays(31).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void advanceTo(Instant instant) {
        fixture.advance(Duration.between(fixture.now(), instant));
    }
}
