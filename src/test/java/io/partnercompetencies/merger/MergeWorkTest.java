package io.partnercompetencies.merger;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.partnercompetencies.sync.ImportJob;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A merge among everything else that happens: it happens whole, once, and takes nothing away from anybody. */
@QuarkusTest
class MergeWorkTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    MergeFixture merges;

    @Inject
    ImportJob imports;

    @AfterEach
    void everything_is_consistent() {
        Consistency.check();
    }

    private List<String> answers(Partner... partners) {
        var answers = new ArrayList<String>();
        for (var partner : partners) {
            for (var path : List.of("", "/users", "/subscriptions", "/membership", "/achievements", "/alerts")) {
                answers.add(fixture.get(partner.path(path)).extract().asString());
            }
        }
        return answers;
    }

    @Test
    void one_that_breaks_off_has_changed_nothing_and_is_done_later() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        fixture.linkedEmployee(contoso);
        fixture.silverMember(fabrikam);
        var address = merges.ordered(contoso, fabrikam);
        var id = UUID.fromString(contoso.id());
        var snapshot = Sql.text("select snapshot from standing where organization_id = ?", id);
        var before = answers(contoso, fabrikam);
        Sql.change("update standing set snapshot = '{broken' where organization_id = ?", id);

        merges.run();
        fixture.get(address).body("status", is("RUNNING"));
        assertThat(answers(contoso, fabrikam)).isEqualTo(before);
        Sql.change("update standing set snapshot = ? where organization_id = ?", snapshot, id);
        assertThat(merges.run()).as("not before its time").isZero();
        fixture.lapse(Duration.ofSeconds(4));
        merges.run();
        fixture.get(address).body("status", is("FINISHED"));
        fixture.get(contoso.path("/membership")).body("level", is("SILVER"));
        fixture.get(contoso.path("/users")).body("totalCount", is(3));
    }

    @Test
    void jobs_at_once_do_it_once() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        fixture.linkedEmployee(fabrikam);
        var address = merges.ordered(contoso, fabrikam);
        Together.times(8, i -> merges.run());
        fixture.get(address).body("status", is("FINISHED"));
        fixture.get(contoso.path("/audit-records")).body("items.findAll { it.operationType == 'MERGE' }.size()", is(1));
    }

    @Test
    void a_merge_waits_for_the_import_of_employees_that_was_promised() throws Throwable {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var file = "firstName,lastName,displayName,email\nBo,Lind,Bo,bo@fabrikam.example\n";
        var imported = admin().contentType("text/csv")
                .body(file)
                .post(fabrikam.path("/user-imports"))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var address = merges.ordered(contoso, fabrikam);
        merges.run();
        fixture.get(address).body("status", is("RUNNING"));
        fixture.get(fabrikam.path("")).body("mergedInto", org.hamcrest.Matchers.nullValue());

        VertxContextSupport.subscribeAndAwait(() -> imports.runOnce(fixture.now()));
        VertxContextSupport.subscribeAndAwait(() -> imports.runOnce(fixture.now()));
        fixture.lapse(Duration.ofSeconds(2));
        merges.run();
        fixture.get(address).body("status", is("FINISHED"));
        fixture.get(contoso.path("/users")).body("items.email", everyItem(is("bo@fabrikam.example")));
        fixture.get(imported).body("createdRows", is(1)).body("status", is("FINISHED"));
    }

    @Test
    void nothing_that_was_acknowledged_is_lost_in_the_moment_of_the_switch() {
        for (int round = 0; round < 4; round++) {
            var contoso = fixture.partner();
            var fabrikam = fixture.partner();
            var linked = fixture.linkedEmployee(fabrikam);
            var free = fixture.employee(fabrikam);
            var users = new ConcurrentLinkedQueue<String>(List.of(linked.id(), free.id()));
            var reported = new ConcurrentLinkedQueue<String>();
            var address = merges.ordered(contoso, fabrikam);
            var calls = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 6; i++) {
                calls.add(() -> hire(fabrikam, users));
                var at = fixture.now().minusSeconds(i + 1);
                calls.add(() -> report(linked, at, reported));
            }
            calls.add(() -> fixture.link(free, "LEARN").extract().statusCode());
            calls.add(() -> fixture.sends(fabrikam, PartnerFixture.entitlements("Adatum", 1000, fixture.month()))
                    .extract()
                    .statusCode());
            calls.add(3, () -> {
                merges.run();
                return 200;
            });
            assertThat(new HashSet<>(Together.all(calls))).isSubsetOf(200, 201, 409);
            fixture.lapse(Duration.ofMinutes(1));
            merges.run();
            fixture.get(address).body("status", is("FINISHED"));

            fixture.get(contoso.path("/users")).body("items.id", containsInAnyOrder(users.toArray()));
            fixture.get(contoso.path("/achievements")).body("items.id", containsInAnyOrder(reported.toArray()));
            fixture.get(fabrikam.path("/users")).body("items.status", everyItem(is("LEFT")));
            Consistency.check();
        }
    }

    private int hire(Partner partner, ConcurrentLinkedQueue<String> users) {
        var answer = admin().body(Map.of(
                        "firstName", "Bo",
                        "lastName", "Lind",
                        "displayName", "Bo",
                        "email", UUID.randomUUID() + "@fabrikam.example"))
                .post(partner.path("/users"))
                .then()
                .extract();
        if (answer.statusCode() == 201) {
            users.add(answer.path("id"));
        }
        return answer.statusCode();
    }

    private int report(Employee employee, java.time.Instant at, ConcurrentLinkedQueue<String> reported) {
        var answer = fixture.passes(employee.account(), "EXAM", "70-347", at).extract();
        if (answer.statusCode() == 201) {
            reported.add(answer.path("id"));
        }
        return answer.statusCode();
    }
}
