package io.partnercompetencies.account;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.OtherLaws;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** People who want the same accounts at the same moment (P4, S2). */
@QuarkusTest
@TestProfile(OtherLaws.class)
class MovesAtOnceTest {

    @Inject
    PartnerFixture fixture;

    @AfterAll
    static void forget() {
        Sql.change("delete from catalogue_release where number > (select min(number) from catalogue_release)");
    }

    @Test
    void one_of_many_takers_holds_the_account() {
        var account = accountWithExams();
        var takers = takers(12, account);
        for (int round = 0; round < 3; round++) {
            var calls = new ArrayList<Callable<Integer>>();
            for (var taker : takers) {
                calls.add(() -> link(taker, account, "LEARN"));
                calls.add(() -> link(taker, account, "PARTNER_UNIVERSITY"));
            }
            Collections.shuffle(calls, new Random(round));
            assertThat(Together.all(calls)).isSubsetOf(200, 201);
            settled(takers);
        }
    }

    @Test
    void accounts_may_cross_between_two_organizations() {
        var one = fixture.silverMember(fixture.partner());
        var other = fixture.silverMember(fixture.partner());
        for (int round = 0; round < 4; round++) {
            var calls = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 2; i++) {
                var here = one[i];
                var there = other[i];
                calls.add(() -> link(here, there.account(), "PARTNER_UNIVERSITY"));
                calls.add(() -> link(there, here.account(), "PARTNER_UNIVERSITY"));
                calls.add(() -> link(here, here.account(), "LEARN"));
                calls.add(() -> link(there, there.account(), "LEARN"));
                calls.add(() -> unlinkAll(here));
                calls.add(() -> unlinkAll(there));
            }
            assertThat(Together.all(calls)).isSubsetOf(200, 201, 204, 409);
            settled(List.of(one[0], other[0]));
        }
    }

    @Test
    void a_move_and_a_removal_end_in_one_state() {
        for (int round = 0; round < 8; round++) {
            var account = accountWithExams();
            var people = takers(3, account);
            link(people.get(0), account, "LEARN");
            var calls = List.<Callable<Integer>>of(
                    () -> leave(people.get(0)),
                    () -> link(people.get(1), account, "LEARN"),
                    () -> link(people.get(2), account, "PARTNER_UNIVERSITY"),
                    () -> leave(people.get(1)),
                    () -> report(account, "70-346"));
            assertThat(Together.all(calls)).isSubsetOf(200, 201, 204, 409);
            settled(people);
        }
    }

    @Test
    void a_link_and_the_departure_of_the_same_user_end_in_one_state() {
        for (int round = 0; round < 10; round++) {
            var account = accountWithExams();
            var person = takers(1, account).get(0);
            var calls = List.<Callable<Integer>>of(
                    () -> link(person, account, "LEARN"),
                    () -> leave(person),
                    () -> link(person, account, "PARTNER_UNIVERSITY"),
                    () -> report(account, "70-346"));
            assertThat(Together.all(calls)).isSubsetOf(201, 204, 409);
            settled(List.of(person));
            assertThat(fixture.statuses(person.partner())).doesNotContain("PENDING", "COUNTED");
        }
    }

    @Test
    void reports_revocations_moves_and_jobs_at_once_lose_nothing() {
        var account = accountWithExams();
        var takers = takers(4, account);
        link(takers.get(0), account, "LEARN");
        List<String> earned = admin().get("/v1/achievements?account=" + account)
                .then()
                .extract()
                .path("items.id");
        fixture.lapse(Duration.ofHours(24));
        var calls = new ArrayList<Callable<Integer>>();
        takers.forEach(taker -> calls.add(() -> link(taker, account, "LEARN")));
        IntStream.range(0, 8).forEach(i -> calls.add(() -> report(account, "extra-" + i)));
        earned.forEach(id -> calls.add(
                () -> admin().delete("/v1/achievements/" + id).then().extract().statusCode()));
        IntStream.range(0, 4)
                .forEach(i -> calls.add(() -> {
                    fixture.sync();
                    return 200;
                }));
        Collections.shuffle(calls, new Random(7));
        assertThat(Together.all(calls)).isSubsetOf(200, 201, 204);
        admin().get("/v1/achievements?account=" + account).then().body("totalCount", is(10));
        settled(takers);
    }

    /** All that must be true at once, and after the next pass. */
    private void settled(List<Employee> people) {
        Consistency.check();
        fixture.advance(Duration.ofSeconds(1));
        people.stream().map(Employee::partner).distinct().forEach(Consistency::checkSnapshot);
    }

    private String accountWithExams() {
        var account = PartnerFixture.newAccount();
        report(account, "70-347");
        report(account, "70-345");
        return account;
    }

    private List<Employee> takers(int count, String account) {
        return IntStream.range(0, count)
                .mapToObj(i -> fixture.employee(fixture.partner(), account))
                .toList();
    }

    private int report(String account, String credential) {
        return fixture.passes(account, "EXAM", credential, fixture.now())
                .extract()
                .statusCode();
    }

    private int link(Employee employee, String account, String kind) {
        return fixture.link(employee, account, kind).extract().statusCode();
    }

    private int unlinkAll(Employee employee) {
        List<String> running =
                fixture.get(employee.path("/microsoft-accounts")).extract().path("items.id");
        return running.stream()
                .mapToInt(id -> fixture.unlink(employee, id).extract().statusCode())
                .max()
                .orElse(204);
    }

    private static int leave(Employee employee) {
        return admin().delete(employee.path("")).then().extract().statusCode();
    }
}
