package io.partnercompetencies.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The 24 hours (T2), and what is lost with time (T3). */
@QuarkusTest
class WaitTest {

    private static final Duration DAY = Duration.ofHours(24);

    @Inject
    PartnerFixture fixture;

    @Test
    void an_achievement_counts_after_24_hours_and_not_a_second_earlier() {
        var contoso = fixture.partner();
        passBothNow(fixture.linkedEmployee(contoso));
        passBothNow(fixture.linkedEmployee(contoso));
        var countsFrom = fixture.now().plus(DAY).toString();

        fixture.advance(DAY.minusSeconds(1));
        fixture.get(contoso.path("/achievements"))
                .body("items.status", everyItem(is("PENDING")))
                .body("items.countsFrom", everyItem(is(countsFrom)))
                .body("items.countedAt", everyItem(nullValue()));
        fixture.get(contoso.path("/competencies"))
                .body("items[0].levels[0].stage", is("NOT_STARTED"))
                .body("items[0].pendingAchievements", is(4));

        fixture.advance(Duration.ofSeconds(1));
        fixture.get(contoso.path("/achievements"))
                .body("items", hasSize(4))
                .body("items.status", everyItem(is("COUNTED")))
                .body("items.countedAt", everyItem(is(countsFrom)));
        fixture.get(contoso.path("/competencies"))
                .body("items[0].levels[0].stage", is("QUALIFIED"))
                .body("items[0].pendingAchievements", is(0));
    }

    @Test
    void what_is_due_stays_pending_until_a_job_has_counted_it() {
        var contoso = fixture.partner();
        passBothNow(fixture.linkedEmployee(contoso));
        fixture.sync();
        var due = fixture.now().plus(DAY);

        fixture.lapse(DAY.plusHours(1));
        assertThat(fixture.statuses(contoso)).containsOnly("PENDING");
        fixture.get(contoso.path("/competencies"))
                .body("items[0].levels[0].stage", is("NOT_STARTED"))
                .body("completeThrough", is(due.toString()));
        fixture.sync();
        assertThat(fixture.statuses(contoso)).containsOnly("COUNTED");
    }

    @Test
    void an_exam_from_before_the_association_waits_from_the_association() {
        var contoso = fixture.partner();
        var employee = fixture.employee(contoso);
        fixture.passes(employee.account(), "EXAM", "70-347", fixture.now().minus(Duration.ofDays(400)))
                .statusCode(201);
        fixture.advance(Duration.ofDays(2));
        fixture.link(employee, "LEARN").statusCode(201);

        fixture.get(contoso.path("/achievements"))
                .body("items.status", contains("PENDING"))
                .body("items.countsFrom", contains(fixture.now().plus(DAY).toString()));
        fixture.advance(DAY.minusSeconds(1));
        assertThat(fixture.statuses(contoso)).containsExactly("PENDING");
        fixture.advance(Duration.ofSeconds(1));
        assertThat(fixture.statuses(contoso)).containsExactly("COUNTED");
    }

    @Test
    void an_exam_from_after_the_association_waits_from_the_exam() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        fixture.advance(Duration.ofDays(10));
        fixture.passesNow(employee, "70-347");

        fixture.advance(DAY.minusSeconds(1));
        assertThat(fixture.statuses(contoso)).containsExactly("PENDING");
        fixture.advance(Duration.ofSeconds(1));
        assertThat(fixture.statuses(contoso)).containsExactly("COUNTED");
    }

    @Test
    void a_late_report_counts_from_its_report_at_the_next_run() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        fixture.advance(Duration.ofDays(5));
        fixture.lapse(Duration.ofSeconds(20));
        var achievedAt = fixture.now().minus(Duration.ofDays(2));
        fixture.passes(employee.account(), "EXAM", "70-347", achievedAt).statusCode(201);

        fixture.get(contoso.path("/achievements"))
                .body("items.status", contains("PENDING"))
                .body("items.countsFrom", contains(achievedAt.plus(DAY).toString()));
        var reported = fixture.now().toString();
        fixture.advance(Duration.ofSeconds(30));
        fixture.get(contoso.path("/achievements"))
                .body("items.status", contains("COUNTED"))
                .body("items.countedAt", contains(reported));
    }

    @Test
    void a_report_that_a_pass_overtakes_is_counted_by_the_next_one() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        fixture.advance(Duration.ofDays(5));
        fixture.passes(employee.account(), "EXAM", "70-347", fixture.now().minus(Duration.ofDays(2)))
                .statusCode(201);

        assertThat(fixture.statuses(contoso)).containsExactly("PENDING");
        fixture.get(contoso.path("/competencies")).body("items[0].pendingAchievements", is(1));
        fixture.advance(Duration.ofSeconds(1));
        assertThat(fixture.statuses(contoso)).containsExactly("COUNTED");
    }

    @Test
    void what_is_pending_when_its_owner_leaves_never_counts() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        passBothNow(employee);
        fixture.leaves(employee);

        fixture.get(contoso.path("/competencies")).body("items[0].pendingAchievements", is(0));
        fixture.advance(DAY);
        assertThat(fixture.statuses(contoso)).containsExactly("ENDED", "ENDED");
        fixture.get(contoso.path("/competencies")).body("items[0].levels[0].stage", is("NOT_STARTED"));
    }

    @Test
    void an_expiry_is_applied_by_the_job_at_its_instant_and_was_alerted_before() {
        var contoso = fixture.partner();
        var lasting = fixture.linkedEmployee(contoso);
        var expiring = fixture.linkedEmployee(contoso);
        var expiresAt = fixture.now().plus(Duration.ofDays(90));
        fixture.passesMessaging(lasting);
        fixture.passesMessagingUntil(expiring, expiresAt);
        fixture.advance(DAY);
        fixture.buys(contoso, "SILVER").statusCode(201);

        fixture.advance(Duration.between(fixture.now(), expiresAt).minusSeconds(1));
        assertThat(fixture.met(contoso, "messaging", "SILVER")).isTrue();
        fixture.openAlerts(contoso).body("items.cause", contains("ACHIEVEMENT_EXPIRES"));

        fixture.advance(Duration.ofSeconds(1));
        assertThat(fixture.met(contoso, "messaging", "SILVER")).isFalse();
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso)
                .body("items.cause", contains("ACHIEVEMENT_EXPIRES"))
                .body("items[0].people.userId", contains(expiring.id()))
                .body("items[0].achievements", hasSize(2));
        assertThat(fixture.statuses(contoso)).containsExactly("COUNTED", "COUNTED", "EXPIRED", "EXPIRED");
    }

    @Test
    void an_expiry_that_is_reported_after_it_has_passed_is_the_alerts_cause() {
        var contoso = fixture.partner();
        var employees = fixture.silverMember(contoso);
        var items = fixture.get("/v1/achievements?account=" + employees[0].account())
                .extract()
                .jsonPath();
        fixture.advance(Duration.ofDays(30));
        fixture.report(Map.of(
                        "account", employees[0].account(),
                        "type", "EXAM",
                        "credential", items.getString("items[0].credential"),
                        "achievedAt", items.getString("items[0].achievedAt"),
                        "expiresAt", fixture.now().minus(Duration.ofDays(7)).toString()))
                .statusCode(200);
        fixture.advance(Duration.ofSeconds(30));

        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso)
                .body("items.cause", contains("ACHIEVEMENT_EXPIRES"))
                .body("items[0].people.userId", contains(employees[0].id()))
                .body("items[0].achievements", hasSize(1));
    }

    @Test
    void an_expired_achievement_that_is_prolonged_counts_again_at_the_next_run() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        var achievedAt = fixture.now();
        fixture.passesMessagingUntil(employee, achievedAt.plus(Duration.ofDays(10)));
        fixture.advance(Duration.ofDays(10));
        assertThat(fixture.statuses(contoso)).containsOnly("EXPIRED");

        fixture.report(Map.of(
                        "account", employee.account(),
                        "type", "EXAM",
                        "credential", "70-347",
                        "achievedAt", achievedAt.toString(),
                        "expiresAt", achievedAt.plus(Duration.ofDays(400)).toString()))
                .statusCode(200);
        assertThat(fixture.statuses(contoso)).containsExactly("PENDING", "EXPIRED");
        fixture.advance(Duration.ofSeconds(30));
        assertThat(fixture.statuses(contoso)).containsExactly("COUNTED", "EXPIRED");
    }

    @Test
    void a_departure_counts_nothing_that_is_due_and_not_counted_yet() {
        var contoso = fixture.partner();
        var leaver = fixture.linkedEmployee(contoso);
        var stayer = fixture.linkedEmployee(contoso);
        passBothNow(stayer);
        fixture.sync();
        fixture.lapse(DAY);

        fixture.leaves(leaver);
        assertThat(fixture.statuses(contoso)).containsExactly("PENDING", "PENDING");
        fixture.get(contoso.path("/competencies"))
                .body("items[0].pendingAchievements", is(2))
                .body("items[0].levels[0].stage", is("NOT_STARTED"))
                .body("completeThrough", is(fixture.now().toString()));
        fixture.sync();
        assertThat(fixture.statuses(contoso)).containsExactly("COUNTED", "COUNTED");
        Consistency.checkSnapshot(contoso);
    }

    private void passBothNow(Employee employee) {
        fixture.passesNow(employee, "70-347");
        fixture.passesNow(employee, "70-345");
    }

    private String stage(Partner partner) {
        return fixture.stage(partner, "messaging", "SILVER");
    }
}
