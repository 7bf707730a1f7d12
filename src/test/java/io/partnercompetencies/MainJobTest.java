package io.partnercompetencies;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From an employee's exam to a bought membership, and to the day somebody leaves. */
@QuarkusTest
class MainJobTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void two_employees_earn_messaging_silver_and_the_company_buys_it() {
        var contoso = fixture.partner();
        var first = fixture.linkedEmployee(contoso);
        var second = fixture.linkedEmployee(contoso);
        fixture.passesMessaging(first);
        fixture.passesMessaging(second);

        fixture.get(contoso.path("/achievements"))
                .statusCode(200)
                .body("totalCount", is(4))
                .body("items.status", everyItem(is("PENDING")))
                .body(
                        "items.countsFrom",
                        everyItem(is(fixture.now().plus(Duration.ofHours(24)).toString())));
        fixture.sync();
        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].stage", is("NOT_STARTED"))
                .body("pendingAchievements", is(4));

        fixture.advance(Duration.ofHours(24));
        fixture.get(contoso.path("/competencies"))
                .body("items[0].competencyId", is("messaging"))
                .body("items[0].levels[0].stage", is("QUALIFIED"))
                .body("items[0].levels[0].metBy", is("FACTS"))
                .body("items[0].levels[0].progress", equalTo(1.0f))
                .body("items[0].levels[1].progress", equalTo(0.5f));

        admin().body(Map.of("level", "SILVER"))
                .post(contoso.path("/subscriptions"))
                .then()
                .statusCode(201)
                .body("status", is("ACTIVE"));
        fixture.get(contoso.path("/competencies")).body("items[0].levels[0].stage", is("ACTIVE"));
        fixture.get(contoso.path("/marketing-profile"))
                .body("membershipLevel", is("SILVER"))
                .body("competencies.competencyId", contains("messaging"));

        fixture.leaves(second);
        fixture.get(contoso.path("/competencies")).body("items[0].levels[0].stage", is("AT_RISK"));
        fixture.get(contoso.path("/alerts?state=OPEN"))
                .body("items", hasSize(1))
                .body("items[0].cause", is("USER_LEFT"))
                .body("items[0].people.userId", contains(second.id()))
                .body("items[0].achievements", hasSize(2));

        var third = fixture.linkedEmployee(contoso);
        fixture.passesMessaging(third);
        fixture.advance(Duration.ofHours(24));
        fixture.get(contoso.path("/alerts?state=OPEN")).body("items", empty());
        fixture.get(contoso.path("/alerts?state=CLEARED")).body("items", hasSize(1));
        fixture.get(contoso.path("/competencies")).body("items[0].levels[0].stage", is("ACTIVE"));
    }
}
