package io.partnercompetencies.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One user and the Microsoft accounts (P2, P3, P6). */
@QuarkusTest
class AssociationTest {

    @Inject
    PartnerFixture fixture;

    @AfterEach
    void everything_is_consistent() {
        Consistency.check();
    }

    @Test
    void a_new_association_says_when_it_begins_to_count() {
        var employee = fixture.employee(fixture.partner());
        fixture.link(employee, "LEARN")
                .statusCode(201)
                .body("userId", is(employee.id()))
                .body("account", is(employee.account()))
                .body("kind", is("LEARN"))
                .body("associatedAt", is(fixture.now().toString()))
                .body("countsFrom", is(fixture.now().plus(Duration.ofHours(24)).toString()))
                .body("movedFromAnotherOrganization", is(false));
    }

    @Test
    void the_same_link_again_is_the_same_association() {
        var employee = fixture.employee(fixture.partner());
        var id = fixture.association(employee, "LEARN");
        fixture.advance(Duration.ofDays(1));
        fixture.link(employee, "LEARN").statusCode(200).body("id", is(id));
        fixture.link(employee, employee.account().toUpperCase(Locale.ROOT), "LEARN")
                .statusCode(200)
                .body("id", is(id))
                .body("account", is(employee.account()));
    }

    @Test
    void another_account_of_the_same_kind_is_refused() {
        var employee = fixture.linkedEmployee(fixture.partner());
        fixture.link(employee, PartnerFixture.newAccount(), "LEARN")
                .statusCode(409)
                .body("code", is("already-associated"));
        fixture.get(employee.path("/microsoft-accounts")).body("items.account", contains(employee.account()));
    }

    @Test
    void both_kinds_may_name_the_same_account() {
        var employee = fixture.linkedEmployee(fixture.partner());
        fixture.link(employee, "PARTNER_UNIVERSITY").statusCode(201).body("movedFromAnotherOrganization", is(false));
        fixture.get(employee.path("/microsoft-accounts"))
                .body("totalCount", is(2))
                .body("items.kind", containsInAnyOrder("LEARN", "PARTNER_UNIVERSITY"));
    }

    @Test
    void unlinking_ends_one_association_and_may_be_repeated() {
        var employee = fixture.employee(fixture.partner());
        var learn = fixture.association(employee, "LEARN");
        var university = fixture.association(employee, "PARTNER_UNIVERSITY");
        fixture.unlink(employee, learn).statusCode(204);
        var endedAt = fixture.now().toString();
        fixture.lapse(Duration.ofHours(1));
        fixture.unlink(employee, learn).statusCode(204);

        fixture.get(employee.path("/microsoft-accounts")).body("items.id", contains(university));
        fixture.get(employee.path("/microsoft-accounts?includeEnded=true"))
                .body("totalCount", is(2))
                .body("items.id", contains(learn, university))
                .body("items.endedAt", contains(is(endedAt), nullValue()));
        fixture.get(employee.path("/microsoft-accounts?includeEnded=perhaps"))
                .statusCode(400)
                .body("code", is("invalid-parameter"));
    }

    @Test
    void an_association_of_somebody_else_is_not_found() {
        var contoso = fixture.partner();
        var owner = fixture.employee(contoso);
        var association = fixture.association(owner, "LEARN");
        fixture.unlink(fixture.employee(contoso), association).statusCode(404);
        fixture.unlink(fixture.employee(fixture.partner()), association).statusCode(404);
        fixture.unlink(owner, UUID.randomUUID().toString()).statusCode(404);
        fixture.unlink(owner, "none").statusCode(404);
        fixture.get(owner.path("/microsoft-accounts")).body("items.id", contains(association));
    }

    @Test
    void who_has_left_or_is_unknown_cannot_be_linked() {
        var contoso = fixture.partner();
        var employee = fixture.employee(contoso);
        fixture.leaves(employee);
        fixture.link(employee, "LEARN").statusCode(409).body("code", is("user-left"));
        var stranger = new PartnerFixture.Employee(
                fixture.partner(), fixture.employee(contoso).id(), PartnerFixture.newAccount());
        fixture.link(stranger, "LEARN").statusCode(404).body("code", is("not-found"));
    }

    @Test
    void who_leaves_and_comes_back_waits_anew() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        fixture.passesNow(employee, "70-347");
        fixture.advance(Duration.ofDays(30));
        fixture.leaves(employee);
        fixture.get(employee.path("/microsoft-accounts")).body("items", empty());

        var back = fixture.employee(contoso, employee.account());
        fixture.link(back, "LEARN").statusCode(201).body("movedFromAnotherOrganization", is(false));
        assertThat(fixture.statuses(contoso)).containsExactlyInAnyOrder("ENDED", "PENDING");
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.statuses(contoso)).containsExactlyInAnyOrder("ENDED", "COUNTED");
    }

    @Test
    void an_account_may_be_named_by_its_address_alone() {
        var employee = fixture.employee(fixture.partner());
        for (var account : new String[] {"", "nobody", "a b@outlook.example", "a@b@c"}) {
            fixture.link(employee, account, "LEARN").statusCode(422).body("errors.pointer", contains("/account"));
        }
        fixture.link(employee, PartnerFixture.newAccount(), "GITHUB").statusCode(400);
    }
}
