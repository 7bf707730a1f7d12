package io.partnercompetencies.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account that another user takes over (P4). */
@QuarkusTest
class MoveTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Inject
    PartnerFixture fixture;

    @AfterEach
    void everything_is_consistent() {
        Consistency.check();
    }

    @Test
    void both_kinds_end_for_the_former_holder() {
        var former = fixture.linkedEmployee(fixture.partner());
        fixture.link(former, "PARTNER_UNIVERSITY").statusCode(201);
        fixture.advance(MONTH);
        var taker = fixture.employee(fixture.partner(), former.account());
        fixture.link(taker, "LEARN").statusCode(201).body("movedFromAnotherOrganization", is(true));

        fixture.get(former.path("/microsoft-accounts")).body("items", empty());
        fixture.get(taker.path("/microsoft-accounts")).body("items.kind", contains("LEARN"));
    }

    @Test
    void the_former_organization_is_evaluated_and_alerted_before_the_answer() {
        var contoso = fixture.partner();
        var former = fixture.silverMember(contoso)[0];
        fixture.advance(MONTH);
        var fabrikam = fixture.partner();
        var answer = fixture.link(fixture.employee(fabrikam, former.account()), "LEARN")
                .statusCode(201)
                .extract()
                .asString();

        fixture.openAlerts(contoso)
                .body("items.cause", contains("ASSOCIATION_ENDED"))
                .body("items.people.flatten().userId", contains(former.id()));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("AT_RISK");
        Consistency.checkSnapshot(contoso);
        assertThat(answer).doesNotContain(contoso.id(), former.id());
    }

    @Test
    void the_new_organization_learns_nothing_of_the_former_one() {
        var contoso = fixture.partner();
        var former = fixture.linkedEmployee(contoso);
        fixture.passesMessaging(former);
        fixture.advance(MONTH);
        var fabrikam = fixture.partner();
        var taker = fixture.employee(fabrikam, former.account());
        fixture.link(taker, "LEARN").statusCode(201);

        for (var path : new String[] {"/achievements", "/competencies/messaging", "/alerts", "/users"}) {
            var text =
                    fixture.get(fabrikam.path(path)).statusCode(200).extract().asString();
            assertThat(text).as(path).doesNotContain(contoso.id(), former.id());
        }
        assertThat(fixture.statuses(fabrikam)).containsExactly("PENDING", "PENDING");
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.statuses(fabrikam)).containsExactly("COUNTED", "COUNTED");
    }

    @Test
    void the_former_organization_sees_nothing_that_the_account_earns_afterwards() {
        var contoso = fixture.partner();
        var former = fixture.linkedEmployee(contoso);
        var first = fixture.passesNow(former, "70-347");
        fixture.advance(MONTH);
        var taker = fixture.employee(fixture.partner(), former.account());
        fixture.link(taker, "LEARN").statusCode(201);
        fixture.passesNow(taker, "70-345");
        fixture.revokes(first);

        fixture.advance(Duration.ofHours(24));
        fixture.get(contoso.path("/achievements"))
                .body("items.credential", contains("70-347"))
                .body("items.status", contains("ENDED"));
        assertThat(fixture.statuses(taker.partner())).containsExactly("REVOKED", "COUNTED");
    }

    @Test
    void a_move_inside_the_organization_is_no_move_from_another() {
        var contoso = fixture.partner();
        var former = fixture.silverMember(contoso)[0];
        fixture.advance(MONTH);
        var taker = fixture.employee(contoso, former.account());
        fixture.link(taker, "LEARN").statusCode(201).body("movedFromAnotherOrganization", is(false));

        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("AT_RISK");
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
        fixture.openAlerts(contoso).body("items", empty());
    }
}
