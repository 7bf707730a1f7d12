package io.partnercompetencies.account;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How often an account may be associated (P5). */
@QuarkusTest
class AssociationLimitTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Inject
    PartnerFixture fixture;

    @Test
    void thirty_days_lie_between_two_starts() {
        var employee = fixture.linkedEmployee(fixture.partner());
        var allowedAt = fixture.now().plus(Duration.ofDays(30));
        var taker = fixture.employee(fixture.partner(), employee.account());
        mustBeRefused(taker, allowedAt);
        fixture.advance(Duration.ofDays(30).minus(SECOND));
        mustBeRefused(taker, allowedAt);
        fixture.get(employee.path("/microsoft-accounts")).body("items.account", contains(employee.account()));
        fixture.advance(SECOND);
        fixture.link(taker, "LEARN").statusCode(201);
    }

    @Test
    void the_limit_holds_for_the_same_user_too() {
        var employee = fixture.employee(fixture.partner());
        var id = fixture.association(employee, "LEARN");
        fixture.unlink(employee, id).statusCode(204);
        mustBeRefused(employee, fixture.now().plus(Duration.ofDays(30)));
        fixture.link(employee, "PARTNER_UNIVERSITY").statusCode(201);
    }

    @Test
    void three_associations_start_within_365_days() {
        var first = fixture.now();
        var account = PartnerFixture.newAccount();
        for (int i = 0; i < 3; i++) {
            fixture.link(fixture.employee(fixture.partner(), account), "LEARN").statusCode(201);
            fixture.advance(Duration.ofDays(30));
        }
        var taker = fixture.employee(fixture.partner(), account);
        var allowedAt = first.plus(Duration.ofDays(365));
        mustBeRefused(taker, allowedAt);
        fixture.advance(Duration.between(fixture.now(), allowedAt).minus(SECOND));
        mustBeRefused(taker, allowedAt);
        fixture.advance(SECOND);
        fixture.link(taker, "LEARN").statusCode(201);
        mustBeRefused(fixture.employee(fixture.partner(), account), first.plus(Duration.ofDays(395)));
    }

    private void mustBeRefused(Employee employee, Instant allowedAt) {
        fixture.link(employee, "LEARN")
                .statusCode(409)
                .body("code", is("association-limited"))
                .body("nextAssociationAllowedAt", is(allowedAt.toString()));
    }
}
