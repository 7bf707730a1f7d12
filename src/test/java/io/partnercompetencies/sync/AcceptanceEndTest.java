package io.partnercompetencies.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.OtherLaws;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An exam that is retired counts to the end of its last day (T6), and its end is applied by the job. */
@QuarkusTest
@TestProfile(OtherLaws.class)
class AcceptanceEndTest {

    @Inject
    PartnerFixture fixture;

    /** The other catalogue's release must not stand in the way of tests with the built-in one. */
    @AfterAll
    static void forget() {
        Sql.change("delete from catalogue_release where number > (select min(number) from catalogue_release)");
    }

    @Test
    void a_retired_exam_is_lost_with_the_day_after_its_last() {
        var end = LocalDate.parse(OtherLaws.RETIRED_AFTER)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        lapseTo(end.minus(Duration.ofDays(10)));
        var contoso = fixture.partner();
        var employees = fixture.silverMember(contoso);

        advanceTo(end.minusSeconds(1));
        fixture.openAlerts(contoso).body("items.cause", contains("CREDENTIAL_RETIRES"));
        assertThat(fixture.met(contoso, "messaging", "SILVER")).isTrue();

        advanceTo(end);
        assertThat(fixture.met(contoso, "messaging", "SILVER")).isFalse();
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso)
                .body("items.cause", contains("CREDENTIAL_RETIRES"))
                .body("items[0].people.userId", containsInAnyOrder(employees[0].id(), employees[1].id()))
                .body("items[0].achievements", hasSize(2));
        fixture.get(contoso.path("/achievements?credential=70-345"))
                .body("items.status", contains("NOT_ACCEPTED", "NOT_ACCEPTED"));
        fixture.get(contoso.path("/achievements?credential=70-347"))
                .body("items.status", contains("COUNTED", "COUNTED"));
        theDiagnosisSaysSinceWhen(employees[0], end);
        theDiagnosisSaysWhatNobodyAsksFor(employees[0]);
    }

    private void theDiagnosisSaysSinceWhen(Employee employee, Instant end) {
        String retired = fixture.get(employee.path("/achievements?credential=70-345"))
                .extract()
                .path("items[0].id");
        fixture.get(employee.path("/achievements/" + retired + "/diagnosis"))
                .body("status", is("NOT_ACCEPTED"))
                .body("causes.code", contains("NOT_ACCEPTED_SINCE"))
                .body("causes[0].at", is(end.toString()))
                .body(
                        "causes[0].message",
                        is("70-345 is retired and has not been accepted since 2027-01-01 00:00:00 UTC."))
                .body("serves", empty());
    }

    private void theDiagnosisSaysWhatNobodyAsksFor(Employee employee) {
        var unasked = fixture.passesNow(employee, "98-349");
        fixture.advance(Duration.ofHours(24));
        fixture.get(employee.path("/achievements/" + unasked + "/diagnosis"))
                .body("status", is("COUNTED"))
                .body("causes.code", contains("COUNTED", "NOT_IN_ANY_REQUIREMENT"))
                .body("causes[0].at", is(fixture.now().toString()))
                .body("serves", empty());
    }

    private void lapseTo(Instant instant) {
        fixture.lapse(Duration.between(fixture.now(), instant));
    }

    private void advanceTo(Instant instant) {
        lapseTo(instant);
        fixture.sync();
    }
}
