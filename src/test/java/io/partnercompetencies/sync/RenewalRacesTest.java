package io.partnercompetencies.sync;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.LawsThatTurn;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Stored;
import io.partnercompetencies.Together;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Renewals, purchases, departures and passes that meet. Many partners have been through the same at the same instants;
 * whoever comes first with one of them, what is stored in the end is what it is when the order is forced.
 */
@QuarkusTest
@TestProfile(LawsThatTurn.class)
class RenewalRacesTest {

    private static final Instant START = Instant.parse("2026-11-22T09:30:00Z");
    private static final LocalDate ANNIVERSARY = LocalDate.parse("2027-12-22");
    private static final LocalDate CLOSED = ANNIVERSARY.plusDays(31);
    private static final int PARTNERS = 8;

    @Inject
    PartnerFixture fixture;

    @Inject
    SettableClock clock;

    /** One of those who have been through the same. */
    private record Member(Partner partner, Employee leaver, String termId) {}

    @BeforeEach
    void forget_exemptions() {
        Sql.change("delete from exemption");
    }

    @AfterAll
    static void forget() {
        Sql.change("delete from catalogue_release where number > (select min(number) from catalogue_release)");
    }

    @Test
    void a_term_is_renewed_once_by_many_renewals_and_passes() {
        var members = members();
        passAndLapseTo(startOf(ANNIVERSARY.plusDays(20)));
        var calls = new ArrayList<Callable<Integer>>();
        for (var member : members) {
            IntStream.range(0, 3).forEach(i -> calls.add(() -> renew(member)));
        }
        var statuses = meet(calls);
        assertThat(statuses).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(PARTNERS);
        assertThat(kinds(members)).hasSize(1);
        assertThat(terms(members.get(0).partner())).containsExactly("ACTIVE", "RENEWED");
    }

    @Test
    void the_last_instant_of_the_window_renews_and_the_first_after_it_ends() {
        var inTime = members();
        passAndLapseTo(startOf(CLOSED).minusMillis(1));
        assertThat(meet(calls(inTime, this::renew))).containsOnly(201);
        assertThat(kinds(inTime)).hasSize(1);

        var late = members();
        passAndLapseTo(startOf(CLOSED));
        assertThat(renew(late.get(0))).as("before the pass").isEqualTo(409);
        assertThat(meet(calls(late, this::renew))).containsOnly(409);
        assertThat(renew(late.get(0))).as("after the pass").isEqualTo(409);
        assertThat(kinds(late)).hasSize(1);
        assertThat(terms(late.get(0).partner())).containsExactly("EXPIRED");
        assertThat(Stored.of(late.get(0).partner()).get("held_level"))
                .contains("\"until\": \"" + CLOSED + "T00:00:00+00:00\"");
    }

    @Test
    void a_purchase_at_the_instant_that_ends_the_term_begins_anew_whoever_comes_first() {
        var members = members();
        passAndLapseTo(startOf(CLOSED));
        assertThat(buy(members.get(0), "SILVER")).as("before the pass").isEqualTo(201);
        assertThat(meet(calls(members.subList(1, PARTNERS - 1), member -> buy(member, "SILVER"))))
                .containsOnly(201);
        assertThat(buy(members.get(PARTNERS - 1), "SILVER"))
                .as("after the pass")
                .isEqualTo(201);
        assertThat(kinds(members)).hasSize(1);
        assertThat(terms(members.get(0).partner())).containsExactly("ACTIVE", "EXPIRED");
    }

    @Test
    void a_renewal_and_a_departure_end_as_one_after_the_other() {
        var members = members();
        passAndLapseTo(startOf(ANNIVERSARY.plusDays(1)));
        assertThat(renew(members.get(0))).isEqualTo(201);
        assertThat(leave(members.get(0))).isEqualTo(204);
        assertThat(leave(members.get(1))).isEqualTo(204);
        assertThat(renew(members.get(1))).isEqualTo(409);
        assertSerial(members, this::renew, RenewalRacesTest::leave);
        assertThat(terms(members.get(0).partner())).containsExactly("ACTIVE", "RENEWED");
        assertThat(terms(members.get(1).partner())).containsExactly("GRACE");
    }

    @Test
    void a_renewal_and_an_upgrade_end_as_one_after_the_other() {
        var members = members();
        passAndLapseTo(startOf(ANNIVERSARY.plusDays(1)));
        for (var member : members) {
            overridesGold(member.partner());
        }
        assertThat(renew(members.get(0))).isEqualTo(201);
        assertThat(buy(members.get(0), "GOLD")).isEqualTo(201);
        assertThat(buy(members.get(1), "GOLD")).isEqualTo(201);
        assertThat(renew(members.get(1))).isEqualTo(409);
        assertSerial(members, this::renew, member -> buy(member, "GOLD"));
        assertThat(terms(members.get(0).partner())).containsExactly("ACTIVE", "UPGRADED", "RENEWED");
        assertThat(terms(members.get(1).partner())).containsExactly("ACTIVE", "UPGRADED");
    }

    @Test
    void passes_at_once_catch_up_like_a_single_one() {
        var alone = members();
        clock.set(startOf(CLOSED.plusDays(20)));
        fixture.sync();

        var members = members();
        clock.set(startOf(CLOSED.plusDays(20)));
        Together.times(6, i -> fixture.sync());
        for (int i = 0; i < PARTNERS; i++) {
            var one = members.get(i).partner();
            var other = alone.get(i).partner();
            assertThat(Stored.of(one)).isEqualTo(Stored.of(other));
            assertThat(revision(one)).as("each step once").isEqualTo(revision(other));
        }
    }

    /** Those who hold Messaging SILVER by a term that has run since a year ago, all in the same way. */
    private List<Member> members() {
        clock.set(START);
        fixture.sync();
        var partners = new ArrayList<Partner>();
        var leavers = new ArrayList<Employee>();
        for (int i = 0; i < PARTNERS; i++) {
            var partner = fixture.partner();
            partners.add(partner);
            leavers.add(fixture.linkedEmployee(partner));
            certifies(leavers.get(i));
            certifies(fixture.linkedEmployee(partner));
        }
        clock.set(ANNIVERSARY.minusYears(1).atTime(12, 0).toInstant(ZoneOffset.UTC));
        fixture.sync();
        var members = new ArrayList<Member>();
        for (int i = 0; i < PARTNERS; i++) {
            String term = fixture.buys(partners.get(i), "SILVER")
                    .statusCode(201)
                    .extract()
                    .path("id");
            members.add(new Member(partners.get(i), leavers.get(i), term));
        }
        clock.set(startOf(ANNIVERSARY.minusDays(40)));
        fixture.sync();
        return members;
    }

    private void certifies(Employee employee) {
        fixture.passes(employee.account(), "CERTIFICATION", "mcse-productivity", fixture.now())
                .statusCode(201);
    }

    /** All that turned before this instant is counted, and what turns at it is not. */
    private void passAndLapseTo(Instant instant) {
        clock.set(instant.minusMillis(1));
        fixture.sync();
        clock.set(instant);
    }

    private interface Act {
        int on(Member member);
    }

    private static List<Callable<Integer>> calls(List<Member> members, Act act) {
        return members.stream()
                .<Callable<Integer>>map(member -> () -> act.on(member))
                .toList();
    }

    /** The calls and some passes, all at once. */
    private List<Integer> meet(List<Callable<Integer>> calls) {
        var all = new ArrayList<>(calls);
        IntStream.range(0, 4)
                .forEach(i -> all.add(() -> {
                    fixture.sync();
                    return null;
                }));
        Collections.shuffle(all, new Random(7));
        var statuses = new ArrayList<>(Together.all(all));
        statuses.removeIf(status -> status == null);
        fixture.sync();
        Consistency.check();
        return statuses;
    }

    /** The first two members have done both, one in each order. */
    private void assertSerial(List<Member> members, Act one, Act other) {
        var both = new ArrayList<Callable<Integer>>();
        both.addAll(calls(members.subList(2, PARTNERS), one));
        both.addAll(calls(members.subList(2, PARTNERS), other));
        meet(both);
        var forced = kinds(members.subList(0, 2));
        assertThat(forced).hasSize(2);
        assertThat(forced).containsAll(kinds(members));
    }

    /**
     * In how many different ways the members ended. The horizon of gains is the last pass's, and nobody has any that
     * wait.
     */
    private static List<Map<String, String>> kinds(List<Member> members) {
        return members.stream()
                .map(member -> {
                    Consistency.checkSnapshot(member.partner());
                    var rows = Stored.of(member.partner());
                    rows.replace(
                            "standing",
                            rows.get("standing")
                                    .replaceAll("\"counted_through\": \"[^\"]*\"", "\"counted_through\": 0"));
                    return rows;
                })
                .distinct()
                .toList();
    }

    private int renew(Member member) {
        return admin().post(member.partner().path("/subscriptions/" + member.termId() + "/renewal"))
                .then()
                .extract()
                .statusCode();
    }

    private int buy(Member member, String level) {
        return fixture.buys(member.partner(), level).extract().statusCode();
    }

    private static int leave(Member member) {
        return admin().delete(member.leaver().path("")).then().extract().statusCode();
    }

    private void overridesGold(Partner partner) {
        admin().body(Map.of(
                        "competencyId", "messaging",
                        "level", "GOLD",
                        "reason", "An exam is not recognised.",
                        "until", fixture.now().plus(Duration.ofDays(60)).toString()))
                .post(partner.path("/overrides"))
                .then()
                .statusCode(201);
    }

    private static long revision(Partner partner) {
        return Sql.number("select revision from standing where organization_id = ?", UUID.fromString(partner.id()));
    }

    /** The newest first. */
    private List<String> terms(Partner partner) {
        return fixture.get(partner.path("/subscriptions")).extract().path("items.status");
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
