package io.partnercompetencies.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One report of the learning provider (P7). */
@QuarkusTest
class ReportTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void the_same_report_again_is_the_same_achievement() {
        var report = exam("70-347");
        var id = fixture.report(report)
                .statusCode(201)
                .body("recordedAt", is(fixture.now().toString()))
                .extract()
                .path("id");
        var recordedAt = fixture.now().toString();
        fixture.lapse(Duration.ofHours(2));
        fixture.report(report).statusCode(200).body("id", is(id)).body("recordedAt", is(recordedAt));
        listed(report).body("totalCount", is(1));
    }

    @Test
    void of_many_equal_reports_at_once_one_is_new() {
        var report = exam("70-347");
        fixture.passes(report.get("account"), "EXAM", "70-345", fixture.now()).statusCode(201);
        var statuses = Together.times(12, i -> fixture.report(report).extract().statusCode());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        listed(report).body("totalCount", is(2));
    }

    @Test
    void the_case_of_account_and_credential_makes_no_other_achievement() {
        var report = exam("MCSE-X");
        var id = fixture.report(report).statusCode(201).extract().path("id");
        var other = new LinkedHashMap<>(report);
        other.put("account", report.get("account").toUpperCase(java.util.Locale.ROOT));
        other.put("credential", "mcse-x");
        fixture.report(other).statusCode(200).body("id", is(id));
    }

    @Test
    void another_expiry_or_source_updates_it() {
        var employee = fixture.linkedEmployee(fixture.partner());
        var report = exam("70-347");
        report.put("account", employee.account());
        report.put("source", "first");
        var id = fixture.report(report).statusCode(201).extract().path("id");
        var expiresAt = fixture.now().plus(Duration.ofDays(100)).toString();
        report.put("expiresAt", expiresAt);
        report.put("source", "second");
        fixture.report(report).statusCode(200).body("id", is(id)).body("expiresAt", is(expiresAt));

        listed(report).body("items.source", contains("second")).body("items.expiresAt", contains(expiresAt));
        fixture.get(employee.path("/achievements"))
                .body("items.id", contains(id))
                .body("items.expiresAt", contains(expiresAt));
        report.remove("expiresAt");
        fixture.report(report).statusCode(200);
        fixture.get(employee.path("/achievements")).body("items[0].expiresAt", nullValue());
    }

    @Test
    void what_was_revoked_cannot_be_reported_again() {
        var report = exam("70-347");
        fixture.revokes(fixture.report(report).statusCode(201).extract().path("id"));
        fixture.report(report).statusCode(409).body("code", is("achievement-revoked"));
        report.put("achievedAt", fixture.now().minusSeconds(5).toString());
        fixture.report(report).statusCode(201);
    }

    @Test
    void a_known_credential_has_one_type() {
        var report = exam("mcsa-office-365");
        fixture.report(report)
                .statusCode(422)
                .body("code", is("type-mismatch"))
                .body("errors.pointer", contains("/type"));
        report.put("type", "CERTIFICATION");
        fixture.report(report).statusCode(201);
    }

    @Test
    void an_unknown_credential_is_kept_and_not_accepted() {
        var employee = fixture.linkedEmployee(fixture.partner());
        fixture.passes(employee.account(), "ASSESSMENT", "Nobody-Knows-1", fixture.now())
                .statusCode(201);
        fixture.passes(employee.account(), "EXAM", "nobody-knows-2", fixture.now())
                .statusCode(201);
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.statuses(employee.partner())).containsExactly("NOT_ACCEPTED", "NOT_ACCEPTED");
        fixture.get(employee.path("/achievements"))
                .body("items.credential", contains("Nobody-Knows-1", "nobody-knows-2"))
                .body("items[0].title", nullValue());
    }

    @Test
    void an_account_that_nobody_has_is_kept_until_somebody_does() {
        var report = exam("70-347");
        fixture.report(report).statusCode(201);
        fixture.advance(Duration.ofDays(3));
        var employee = fixture.employee(fixture.partner(), report.get("account"));
        fixture.link(employee, "LEARN").statusCode(201);
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.statuses(employee.partner())).containsExactly("COUNTED");
    }

    @Test
    void the_future_begins_after_five_minutes() {
        var report = exam("70-347");
        report.put("achievedAt", fixture.now().plusSeconds(300).toString());
        fixture.report(report).statusCode(201);
        report.put("achievedAt", fixture.now().plusSeconds(301).toString());
        fixture.report(report)
                .statusCode(422)
                .body("code", is("invalid"))
                .body("errors.pointer", contains("/achievedAt"));
    }

    @Test
    void an_expiry_lies_after_the_achievement() {
        var report = exam("70-347");
        report.put("expiresAt", report.get("achievedAt"));
        fixture.report(report).statusCode(422).body("errors.pointer", contains("/expiresAt"));
        report.put("achievedAt", "2020-01-01T00:00:00.000000100Z");
        report.put("expiresAt", "2020-01-01T00:00:00.000000900Z");
        fixture.report(report).statusCode(422).body("errors.pointer", contains("/expiresAt"));
    }

    @Test
    void instants_that_no_exam_has_are_refused() {
        var report = exam("70-347");
        report.put("achievedAt", "1899-12-31T23:59:59Z");
        fixture.report(report).statusCode(422).body("errors.pointer", contains("/achievedAt"));
        report.put("achievedAt", "-999999999-01-01T00:00:00Z");
        fixture.report(report).statusCode(400).body("errors.pointer", contains("/achievedAt"));
        report.put("achievedAt", fixture.now().toString());
        report.put("expiresAt", "9999-12-31T23:59:59Z");
        fixture.report(report).statusCode(422).body("errors.pointer", contains("/expiresAt"));
        report.put("expiresAt", "tomorrow");
        fixture.report(report).statusCode(400).body("errors.pointer", contains("/expiresAt"));
    }

    @Test
    void revoking_may_be_repeated_and_knows_no_strangers() {
        var id = fixture.report(exam("70-347")).statusCode(201).extract().<String>path("id");
        fixture.revokes(id);
        fixture.revokes(id);
        PartnerFixture.admin()
                .delete("/v1/achievements/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        PartnerFixture.admin().delete("/v1/achievements/none").then().statusCode(404);
    }

    @Test
    void a_revocation_acts_at_once_and_alerts() {
        var contoso = fixture.partner();
        var owner = fixture.silverMember(contoso)[0];
        String exam = fixture.get(owner.path("/achievements")).extract().path("items[0].id");
        fixture.revokes(exam);

        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso)
                .body("items.cause", contains("ACHIEVEMENT_REVOKED"))
                .body("items[0].people.userId", contains(owner.id()))
                .body("items[0].achievements", contains(exam));
        fixture.get(owner.path("/achievements?status=REVOKED")).body("items.id", contains(exam));
    }

    private static ValidatableResponse listed(Map<String, String> report) {
        return PartnerFixture.admin()
                .get("/v1/achievements?account=" + report.get("account"))
                .then()
                .statusCode(200);
    }

    private Map<String, String> exam(String credential) {
        var report = new LinkedHashMap<String, String>();
        report.put("account", PartnerFixture.newAccount());
        report.put("type", "EXAM");
        report.put("credential", credential);
        report.put("achievedAt", fixture.now().toString());
        return report;
    }
}
