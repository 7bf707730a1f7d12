package io.partnercompetencies.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the programme asked and accepted in 2017 and 2018, at the time (R1, R2). */
@QuarkusTest
class PastLawTest {

    private static final Instant SUMMER_2017 = Instant.parse("2017-07-10T09:00:00Z");

    @Inject
    PartnerFixture fixture;

    @Inject
    SettableClock clock;

    private Instant present;

    @BeforeEach
    void goBack() {
        present = clock.instant();
    }

    /** Other tests go on where this one found the time, and find nothing due that is not theirs. */
    @AfterEach
    void comeBack() {
        clock.set(present);
        fixture.sync();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        fixture.sync();
    }

    @Test
    void the_exam_70_534_counts_to_the_end_of_2018() {
        clock.set(Instant.parse("2018-05-20T09:00:00Z"));
        var contoso = fixture.partner();
        fixture.sends(
                        contoso,
                        Map.of(
                                "customerId", "fabrikam",
                                "metric", "azure-consumption",
                                "association", "digital-partner-of-record",
                                "period", "2018-05",
                                "value", 15_000))
                .statusCode(200);
        var architect = fixture.linkedEmployee(contoso);
        passes(architect, "EXAM", "70-534", "2017-11-30T10:00:00Z");

        at("2018-06-01T00:00:00Z");
        architectCounts(contoso, "COUNTED", "QUALIFIED", 1);
        at("2018-12-31T23:59:59Z");
        architectCounts(contoso, "COUNTED", "QUALIFIED", 1);
        at("2019-01-01T00:00:00Z");
        architectCounts(contoso, "NOT_ACCEPTED", "STARTED", 0);
    }

    /** The figure stays: it is the exam alone that is lost. */
    private void architectCounts(Partner partner, String status, String stage, int counted) {
        fixture.get(partner.path("/achievements")).body("items.status", contains(status));
        fixture.get(partner.path("/competencies/cloud-platform"))
                .body("levels[0].level", is("SILVER"))
                .body("levels[0].stage", is(stage))
                .body("levels[0].options[0].proof.children[0].met", is(true))
                .body("levels[0].options[0].proof.children[1].children[1].counted", is(counted));
    }

    @Test
    void the_exam_70_534_never_counts_today() {
        clock.set(Instant.parse("2026-11-21T09:30:00Z"));
        var contoso = fixture.partner();
        passes(fixture.linkedEmployee(contoso), "EXAM", "70-534", "2017-11-30T10:00:00Z");

        at("2026-11-23T09:30:00Z");
        fixture.get(contoso.path("/achievements")).body("items.status", contains("NOT_ACCEPTED"));
        assertThat(fixture.stage(contoso, "cloud-platform", "SILVER")).isEqualTo("NOT_STARTED");
    }

    @Test
    void who_passed_an_exam_could_not_pass_the_assessment_too_until_the_law_changed() {
        clock.set(SUMMER_2017);
        var two = fixture.partner();
        var four = fixture.partner();
        for (int i = 0; i < 2; i++) {
            var both = integrator(two);
            passes(both, "EXAM", "70-483", "2017-07-01T10:00:00Z");
            passes(both, "ASSESSMENT", "ta-biztalk-2013", "2017-07-02T10:00:00Z");
            passes(integrator(four), "EXAM", "70-412", "2017-07-01T10:00:00Z");
            passes(integrator(four), "ASSESSMENT", "ta-biztalk-2013", "2017-07-02T10:00:00Z");
        }

        at("2017-07-12T09:00:00Z");
        assertThat(silver(two)).isEqualTo("STARTED");
        assertThat(silver(four)).isEqualTo("QUALIFIED");
        at("2017-08-31T23:59:59Z");
        assertThat(silver(two)).isEqualTo("STARTED");
        assertThat(silver(four)).isEqualTo("QUALIFIED");

        at("2017-09-01T00:00:00Z");
        assertThat(silver(two)).isEqualTo("QUALIFIED");
        assertThat(silver(four)).isEqualTo("QUALIFIED");
        at("2018-01-15T00:00:00Z");
        assertThat(silver(two)).isEqualTo("QUALIFIED");
    }

    @Test
    void gold_of_application_integration_took_eight_people_and_then_four() {
        clock.set(SUMMER_2017);
        var contoso = fixture.partner();
        for (int i = 0; i < 4; i++) {
            var both = integrator(contoso);
            passes(both, "EXAM", "70-740", "2017-07-01T10:00:00Z");
            passes(both, "ASSESSMENT", "ta-biztalk-2013", "2017-07-02T10:00:00Z");
        }

        at("2017-08-31T23:59:59Z");
        goldCounts(contoso, false, 4);
        at("2017-09-01T00:00:00Z");
        goldCounts(contoso, true, 8);
    }

    /** Of exam takers and assessed together. */
    private void goldCounts(Partner partner, boolean met, int counted) {
        List<Integer> both = fixture.get(partner.path("/competencies/application-integration"))
                .body("levels[1].level", is("GOLD"))
                .body("levels[1].met", is(met))
                .extract()
                .path("levels[1].options[0].proof.children.counted");
        assertThat(both.stream().mapToInt(Integer::intValue).sum()).isEqualTo(counted);
    }

    private String silver(Partner partner) {
        return fixture.stage(partner, "application-integration", "SILVER");
    }

    private Employee integrator(Partner partner) {
        var employee = fixture.linkedEmployee(partner);
        fixture.link(employee, "PARTNER_UNIVERSITY").statusCode(201);
        return employee;
    }

    private void passes(Employee employee, String type, String credential, String achievedAt) {
        fixture.passes(employee.account(), type, credential, Instant.parse(achievedAt))
                .statusCode(201);
    }
}
