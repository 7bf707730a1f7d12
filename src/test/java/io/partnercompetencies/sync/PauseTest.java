package io.partnercompetencies.sync;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.LawsThatTurn;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Stored;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A service that stood still for weeks leaves the rows of one that ran through. The same year is lived several times:
 * the clock is set back, and a new partner does the same at the same instants.
 */
@QuarkusTest
@TestProfile(LawsThatTurn.class)
class PauseTest {

    private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");
    private static final Instant PAUSE = Instant.parse("2027-12-06T09:30:00Z");
    private static final Instant END = Instant.parse("2028-01-28T09:30:00Z");
    private static final Duration WHOLE = Duration.between(PAUSE, END);

    @Inject
    PartnerFixture fixture;

    @Inject
    SettableClock clock;

    /** One life: what is stored at its end, and what was answered on the way. */
    private record Life(Partner partner, Map<String, String> rows, Map<Instant, Object> answers) {}

    @AfterAll
    static void forget() {
        Sql.change("delete from exemption");
        Sql.change("delete from catalogue_release where number > (select min(number) from catalogue_release)");
    }

    @Test
    void weeks_without_a_pass_leave_the_rows_of_many_passes() {
        var ranThrough = live(Duration.ofHours(6));
        assertThat(turns(ranThrough.partner()))
                .containsExactly(
                        "2026-12-21T09:30:00Z messaging SILVER is met",
                        "2027-11-01T10:00:00Z datacenter SILVER is met",
                        "2027-11-01T10:00:00Z devops SILVER is met",
                        "2027-12-10T15:00:00Z devops SILVER is not met",
                        "2027-12-12T07:00:00Z messaging SILVER is not met",
                        "2027-12-14T10:00:00Z messaging SILVER is met",
                        "2027-12-18T10:30:00Z messaging GOLD is met",
                        "2027-12-28T00:00:00Z small-and-midmarket-cloud-solutions SILVER is met",
                        "2028-01-01T00:00:00Z small-and-midmarket-cloud-solutions SILVER is not met",
                        "2028-01-06T00:00:00Z messaging GOLD is not met",
                        "2028-01-06T00:00:00Z messaging SILVER is not met",
                        "2028-01-22T00:00:00Z datacenter SILVER is not met");
        assertThat(ranThrough.answers()).hasSizeGreaterThan(40);
        for (var rhythm : List.of(WHOLE, Duration.ofDays(20), Duration.ofMinutes(5_433))) {
            assertSameLife(live(rhythm), ranThrough);
        }
    }

    private static void assertSameLife(Life life, Life other) {
        other.rows()
                .forEach((table, rows) ->
                        assertThat(life.rows().get(table)).as(table).isEqualTo(rows));
        other.answers()
                .forEach((at, answer) ->
                        assertThat(asOf(life.partner(), at)).as("as of %s", at).isEqualTo(answer));
    }

    private static List<String> turns(Partner partner) {
        return Sql.text("""
                        select string_agg(to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' ' || competency_id
                            || ' ' || level || case when met then ' is met' else ' is not met' end, chr(10)
                            order by since, competency_id, level) from level_history where organization_id = ?""", UUID.fromString(partner.id())).lines().toList();
    }

    private Life live(Duration rhythm) {
        Sql.change("delete from exemption");
        clock.set(START);
        var partner = fixture.partner();
        yearOf(partner);
        var random = new Random(rhythm.toSeconds());
        var answers = new LinkedHashMap<Instant, Object>();
        for (var at = PAUSE.plus(rhythm); !at.isAfter(END); at = at.plus(rhythm)) {
            advanceTo(at);
            if (random.nextInt(4) == 0) {
                answers.put(at, items(fixture.get(partner.path("/competencies"))));
            }
        }
        advanceTo(END);
        Consistency.check();
        Consistency.checkSnapshot(partner);
        return new Life(partner, Stored.of(partner), answers);
    }

    /** A silver year with Messaging, to the winter in which much of it turns. */
    private void yearOf(Partner partner) {
        memberWithBothExams(partner, null);
        memberWithBothExams(partner, Instant.parse("2027-12-12T07:00:00Z"));
        advanceTo(Instant.parse("2026-12-22T12:00:00Z"));
        fixture.buys(partner, "SILVER").statusCode(201);
        advanceTo(Instant.parse("2027-06-03T08:00:00Z"));
        fixture.sends(partner, newCustomers("fabrikam", 3, "2027-01"), newCustomers("tailspin", 1, "2027-05"))
                .statusCode(200);
        advanceTo(Instant.parse("2027-11-01T10:00:00Z"));
        overrides(partner, "devops", "2027-12-10T15:00:00Z");
        overrides(partner, "datacenter", "2027-12-20T15:00:00Z");
        exempts("datacenter", "2027-12-20", "2027-12-24");
        for (var linked : List.of("2027-11-14T10:00:00Z", "2027-11-16T10:00:07Z", "2027-11-18T10:30:00Z")) {
            advanceTo(Instant.parse(linked));
            memberWithBothExams(partner, null);
        }
        advanceTo(Instant.parse("2027-11-20T10:00:00Z"));
        memberWithBothExams(partner, Instant.parse("2027-12-23T01:02:03Z"));
        advanceTo(PAUSE);
    }

    private void memberWithBothExams(Partner partner, Instant expiresAt) {
        var employee = fixture.linkedEmployee(partner);
        if (expiresAt == null) {
            fixture.passesMessaging(employee);
        } else {
            fixture.passesMessagingUntil(employee, expiresAt);
        }
    }

    private static Map<String, Object> newCustomers(String customer, int value, String period) {
        return Map.of(
                "customerId",
                customer,
                "metric",
                "new-customers",
                "product",
                "office-365",
                "association",
                "delegated-admin",
                "period",
                period,
                "value",
                value);
    }

    private static void overrides(Partner partner, String competency, String until) {
        admin().body(Map.of(
                        "competencyId",
                        competency,
                        "level",
                        "SILVER",
                        "reason",
                        "An exam is not recognised.",
                        "until",
                        until))
                .post(partner.path("/overrides"))
                .then()
                .statusCode(201);
    }

    private static void exempts(String competency, String from, String to) {
        admin().body(Map.of(
                        "competencies",
                        List.of(competency),
                        "anniversaryFrom",
                        from,
                        "anniversaryTo",
                        to,
                        "reason",
                        "Test centres are closed."))
                .post("/v1/exemptions")
                .then()
                .statusCode(201);
    }

    private static Object asOf(Partner partner, Instant at) {
        return items(admin().queryParam("asOf", at.toString())
                .get(partner.path("/competencies"))
                .then());
    }

    private static Object items(ValidatableResponse answer) {
        return answer.statusCode(200).extract().path("items");
    }

    private void advanceTo(Instant instant) {
        clock.set(instant);
        fixture.sync();
    }
}
