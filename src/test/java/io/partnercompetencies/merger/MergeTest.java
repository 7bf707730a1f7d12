package io.partnercompetencies.merger;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a merge makes of two companies (rows 1.8 to 1.11 of the programme's rules). */
@QuarkusTest
class MergeTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    MergeFixture merges;

    @AfterEach
    void everything_is_consistent() {
        Consistency.check();
    }

    @Test
    void an_order_is_accepted_and_followed_at_its_address() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var address = merges.order(contoso, fabrikam)
                .statusCode(202)
                .body("status", is("RUNNING"))
                .body("absorbedOrganizationId", is(fabrikam.id()))
                .body("startedAt", is(fixture.now().toString()))
                .body("finishedAt", nullValue())
                .extract()
                .header("Location");
        fixture.get(address).statusCode(200).body("status", is("RUNNING"));

        fixture.lapse(Duration.ofSeconds(5));
        merges.run();
        fixture.get(address)
                .statusCode(200)
                .body("status", is("FINISHED"))
                .body("finishedAt", is(fixture.now().toString()));
        assertThat(merges.run()).isZero();
        fixture.get(fabrikam.path(address.substring(address.indexOf("/merges"))))
                .statusCode(404);
    }

    @Test
    void the_employees_go_on_with_their_ids_roles_and_accounts() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var own = fixture.linkedEmployee(contoso);
        var ana = fixture.linkedEmployee(fabrikam);
        admin().body(Map.of("roles", java.util.List.of("user", "report-viewer")))
                .patch(ana.path(""))
                .then()
                .statusCode(200);
        var gone = fixture.linkedEmployee(fabrikam);
        fixture.leaves(gone);
        var associations =
                fixture.get(ana.path("/microsoft-accounts")).extract().<java.util.List<?>>path("items");
        fixture.lapse(Duration.ofHours(1));
        merges.merge(contoso, fabrikam);

        fixture.get(contoso.path("/users?status=ACTIVE")).body("items.id", containsInAnyOrder(own.id(), ana.id()));
        fixture.get(contoso.path("/users?status=LEFT")).body("items.id", contains(gone.id()));
        fixture.get(contoso.path("/users/" + ana.id()))
                .body("organizationId", is(contoso.id()))
                .body("roles", contains("report-viewer", "user"));
        assertThat(fixture.get(contoso.path("/users/" + ana.id() + "/microsoft-accounts"))
                        .extract()
                        .<java.util.List<?>>path("items"))
                .isEqualTo(associations);
    }

    @Test
    void levels_of_both_are_held_by_the_higher_term_until_the_later_anniversary() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        fixture.messagingGold(fabrikam);
        fixture.buys(fabrikam, "GOLD").statusCode(201);
        fixture.advance(Duration.ofDays(60));
        fixture.silverMember(contoso);
        fixture.get(contoso.path("/membership")).body("level", is("SILVER"));
        var anniversary = fixture.get(contoso.path("/membership")).extract().path("expiresOn");

        merges.merge(contoso, fabrikam);

        fixture.get(contoso.path("/membership"))
                .body("level", is("GOLD"))
                .body("status", is("ACTIVE"))
                .body("expiresOn", is(anniversary));
        fixture.get(contoso.path("/subscriptions"))
                .body("totalCount", is(3))
                .body("items.status", contains("ACTIVE", "MERGED", "MERGED"))
                .body("items.level", contains("GOLD", "SILVER", "GOLD"));
        assertThat(fixture.stage(contoso, "messaging", "GOLD")).isEqualTo("ACTIVE");
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
        fixture.get(contoso.path("/marketing-profile"))
                .body("membershipLevel", is("GOLD"))
                .body("competencies.level", contains("SILVER", "GOLD"));
        fixture.openAlerts(contoso).body("totalCount", is(0));
        Consistency.checkSnapshot(contoso);
    }

    @Test
    void the_past_of_either_reads_as_before() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        fixture.silverMember(fabrikam);
        fixture.linkedEmployee(contoso);
        fixture.advance(Duration.ofHours(2));
        var before = fixture.now();
        var contosos = past(contoso, before.toString());
        var fabrikams = past(fabrikam, before.toString());
        fixture.advance(Duration.ofHours(2));
        merges.merge(contoso, fabrikam);
        fixture.advance(Duration.ofHours(2));

        assertThat(past(contoso, before.toString())).isEqualTo(contosos);
        assertThat(past(fabrikam, before.toString())).isEqualTo(fabrikams);
        assertThat(contosos).isNotEqualTo(fabrikams);
        assertThat(past(contoso, fixture.now().toString())).isNotEqualTo(contosos);
        assertThat(past(contoso, fixture.now().toString()).toString()).isEqualTo(current(contoso));
        assertThat(past(fabrikam, fixture.now().toString()).toString()).isEqualTo(current(fabrikam));
    }

    private Object past(Partner partner, String at) {
        return fixture.get(partner.path("/competencies?asOf=" + at))
                .statusCode(200)
                .extract()
                .path("items");
    }

    private String current(Partner partner) {
        return fixture.get(partner.path("/competencies"))
                .extract()
                .path("items")
                .toString();
    }

    @Test
    void what_cannot_be_merged_is_refused() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        merges.order(contoso, contoso).statusCode(422).body("errors[0].pointer", is("/absorbedOrganizationId"));
        merges.order(contoso, new Partner(UUID.randomUUID().toString()))
                .statusCode(422)
                .body("errors[0].pointer", is("/absorbedOrganizationId"));
        merges.order(new Partner(UUID.randomUUID().toString()), contoso).statusCode(404);
        admin().body(Map.of())
                .post(contoso.path("/merge"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/absorbedOrganizationId"));
        var address = merges.ordered(contoso, fabrikam);
        for (var pair : new Partner[][] {
            {contoso, fabrikam}, {fabrikam, contoso}, {fixture.partner(), fabrikam}, {fixture.partner(), contoso}
        }) {
            merges.order(pair[0], pair[1]).statusCode(409).body("code", is("merge-running"));
        }
        merges.run();
        fixture.get(address).body("status", is("FINISHED"));
        merges.order(fixture.partner(), fabrikam)
                .statusCode(422)
                .body("errors[0].message", containsString(contoso.id()));
        merges.order(fabrikam, fixture.partner())
                .statusCode(409)
                .body("code", is("organization-merged"))
                .body("mergedInto", is(contoso.id()));
    }

    @Test
    void the_same_e_mail_on_both_sides_is_refused_at_once_and_when_it_happens() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var zoe = twin(contoso);
        var other = twin(fabrikam);
        merges.order(contoso, fabrikam)
                .statusCode(409)
                .body("code", is("duplicate-user"))
                .body("detail", containsString("1 in all"));
        admin().delete(fabrikam.path("/users/" + other)).then().statusCode(204);
        var address = merges.ordered(contoso, fabrikam);
        twin(fabrikam);
        merges.run();
        fixture.get(address)
                .body("status", is("FAILED"))
                .body("reason", containsString("1 in all"))
                .body("finishedAt", is(fixture.now().toString()));
        fixture.get(contoso.path("/users")).body("items.id", contains(zoe));
        fixture.employee(fabrikam);
        assertThat(merges.run()).isZero();
    }

    private String twin(Partner partner) {
        return admin().body(Map.of(
                        "firstName", "Zoe", "lastName", "Twin", "displayName", "Zoe", "email", "Zoe@contoso.example"))
                .post(partner.path("/users"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void what_counted_goes_on_to_count_and_what_waits_waits_no_longer_than_before() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var ana = fixture.linkedEmployee(contoso);
        var bo = fixture.linkedEmployee(fabrikam);
        fixture.passesMessaging(ana);
        fixture.passesMessaging(bo);
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("STARTED");
        fixture.passesNow(bo, "70-346");
        var due = fixture.now().plus(Duration.ofHours(24)).toString();
        fixture.advance(Duration.ofHours(1));

        merges.merge(contoso, fabrikam);
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("QUALIFIED");
        fixture.get(contoso.path("/users/" + bo.id() + "/achievements"))
                .body("items.status", contains("COUNTED", "COUNTED", "PENDING"))
                .body("items[2].countsFrom", is(due));
        assertThat(fixture.stage(fabrikam, "messaging", "SILVER")).isEqualTo("NOT_STARTED");
        fixture.get(fabrikam.path("/achievements")).body("items.status", everyItem(is("ENDED")));
        fixture.advance(Duration.ofHours(23));
        fixture.get(contoso.path("/users/" + bo.id() + "/achievements")).body("items.status", everyItem(is("COUNTED")));
        fixture.passesNow(bo, "70-345");
        fixture.get(contoso.path("/users/" + bo.id() + "/achievements")).body("totalCount", is(4));
        fixture.get(fabrikam.path("/achievements")).body("totalCount", is(3));
    }

    @Test
    void a_merge_is_in_the_audit_of_both() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        fixture.linkedEmployee(fabrikam);
        merges.merge(contoso, fabrikam);
        fixture.get(contoso.path("/audit-records"))
                .body("items.operationType", hasItems("MERGE", "CREATE"))
                .body("items.resourceType", hasItem("MERGE"))
                .body("items.find { it.operationType == 'MERGE' }.newValue.absorbedOrganizationId", is(fabrikam.id()))
                .body("items.find { it.operationType == 'MERGE' }.newValue.users", is(1))
                .body("items.find { it.operationType == 'MERGE' }.userPrincipalName", is("admin"));
        fixture.get(fabrikam.path("/audit-records"))
                .body("items[0].operationType", is("MERGE"))
                .body("items[0].newValue.mergedInto", endsWith(contoso.id()));
    }
}
