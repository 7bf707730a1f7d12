package io.partnercompetencies.audit;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Callers;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who changed what, as the organisation sees it. */
@QuarkusTest
class AuditTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    Callers callers;

    private static ValidatableResponse records(Partner partner, String query) {
        return admin().get(partner.path("/audit-records" + query)).then().statusCode(200);
    }

    private static long count(Partner partner) {
        return Sql.number("select count(*) from audit_record where organization_id = ?", UUID.fromString(partner.id()));
    }

    @Test
    void a_change_says_who_made_it_when_to_what_and_at_which_request() {
        var contoso = fixture.partner();
        var ana = callers.signedIn(contoso, "global-admin");
        fixture.lapse(Duration.ofMinutes(1));
        ana.as()
                .header("MS-RequestId", "request-of-ana")
                .body(Map.of("name", "Contoso Iberia"))
                .patch(contoso.path(""))
                .then()
                .statusCode(200);

        records(contoso, "?size=1")
                .body("items[0].userPrincipalName", is(ana.userName()))
                .body("items[0].userId", is(ana.userId()))
                .body("items[0].roles", contains("global-admin", "user"))
                .body("items[0].operationType", is("UPDATE"))
                .body("items[0].operationStatus", is("SUCCEEDED"))
                .body("items[0].operationDate", is(fixture.now().toString()))
                .body("items[0].resourceType", is("ORGANIZATION"))
                .body("items[0].resourceId", is(contoso.id()))
                .body("items[0].newValue", equalTo(Map.of("name", "Contoso Iberia")))
                .body("items[0].oldValue.size()", is(1))
                .body("items[0].requestId", is("request-of-ana"));
    }

    @Test
    void the_programme_is_named_without_an_employee() {
        var contoso = fixture.partner();
        records(contoso, "")
                .body("items.operationType", contains("CREATE"))
                .body("items[0].userPrincipalName", is("admin"))
                .body("items[0].roles", contains("programme-admin"))
                .body("items[0]", not(hasKey("userId")))
                .body("items[0]", not(hasKey("oldValue")))
                .body("items[0].newValue.market", is("DEVELOPED"))
                .body("$", not(hasKey("totalCount")));
    }

    @Test
    void a_user_is_recorded_from_the_creation_to_the_departure_without_the_password() {
        var contoso = fixture.partner();
        var ana = callers.signedIn(contoso);
        var path = contoso.path("/users/" + ana.userId());
        admin().body(Map.of("displayName", "Ana C.", "firstName", "Ana"))
                .patch(path)
                .then()
                .statusCode(200);
        admin().delete(path).then().statusCode(204);

        var answer = records(contoso, "?userId=" + ana.userId())
                .body("items.operationType", contains("DELETE", "UPDATE", "CHANGE_PASSWORD", "CREATE"))
                .body("items[0].oldValue", equalTo(Map.of("status", "ACTIVE")))
                .body("items[0].newValue.status", is("LEFT"))
                .body("items[0].newValue.leftAt", notNullValue())
                .body("items[1].oldValue", equalTo(Map.of("displayName", "Ana")))
                .body("items[1].newValue", equalTo(Map.of("displayName", "Ana C.")))
                .body("items[3].newValue.userName", is(ana.userName()))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(ana.password());
    }

    @Test
    void what_changes_nothing_leaves_no_record() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        var figure = PartnerFixture.entitlements("fabrikam", 100, fixture.month());
        fixture.sends(contoso, figure).statusCode(200);
        var exam = fixture.now().minus(Duration.ofHours(1));
        fixture.passes(employee.account(), "EXAM", "70-347", exam).statusCode(201);
        long before = count(contoso);

        fixture.link(employee, "LEARN").statusCode(200);
        fixture.sends(contoso, figure).statusCode(200);
        fixture.passes(employee.account(), "EXAM", "70-347", exam).statusCode(200);
        admin().body(Map.of("market", "DEVELOPED"))
                .patch(contoso.path(""))
                .then()
                .statusCode(200);
        fixture.leaves(employee);
        fixture.leaves(employee);

        assertThat(count(contoso) - before).isEqualTo(2);
        records(contoso, "?size=2").body("items.operationType", contains("DELETE", "UNLINK"));
    }

    @Test
    void an_answer_that_is_repeated_for_its_key_is_one_change() {
        var contoso = fixture.partner();
        long before = count(contoso);
        var key = UUID.randomUUID().toString();
        var body = Map.of(
                "firstName", "Bo", "lastName", "Contoso", "displayName", "Bo", "email", key + "@contoso.example");
        for (int i = 0; i < 2; i++) {
            admin().header("Idempotency-Key", key)
                    .body(body)
                    .post(contoso.path("/users"))
                    .then()
                    .statusCode(201);
        }
        assertThat(count(contoso) - before).isEqualTo(1);
    }

    @Test
    void what_is_refused_or_rolled_back_leaves_no_record() {
        var contoso = fixture.partner();
        var ana = callers.signedIn(contoso);
        var employee = fixture.linkedEmployee(contoso);
        long before = count(contoso);
        admin().header("If-Match", "\"99\"").delete(employee.path("")).then().statusCode(412);
        String email =
                fixture.get(contoso.path("/users/" + ana.userId())).extract().path("email");
        admin().body(Map.of("firstName", "B", "lastName", "C", "displayName", "B", "email", email))
                .post(contoso.path("/users"))
                .then()
                .statusCode(409);
        admin().body(Map.of("level", "SILVER"))
                .post(contoso.path("/subscriptions"))
                .then()
                .statusCode(409);
        assertThat(count(contoso)).isEqualTo(before);
    }

    @Test
    void the_organization_that_loses_an_account_learns_that_it_ended_and_not_who_took_it() {
        var contoso = fixture.partner();
        var former = fixture.linkedEmployee(contoso);
        fixture.advance(Duration.ofDays(30));
        var fabrikam = fixture.partner();
        var taker = callers.signedIn(fabrikam);
        taker.as()
                .header("MS-RequestId", "request-of-fabrikam")
                .body(Map.of("account", former.account(), "kind", "LEARN"))
                .post(fabrikam.path("/users/" + taker.userId() + "/microsoft-accounts"))
                .then()
                .statusCode(201);

        var lost = records(contoso, "?size=1")
                .body("items[0].operationType", is("UNLINK"))
                .body("items[0].newValue.endCause", is("MOVED"))
                .body("items[0].oldValue.account", is(former.account()))
                .body("items[0].oldValue.userId", is(former.id()))
                .body("items[0].roles", empty())
                .body("items[0].userPrincipalName", nullValue())
                .body("items[0].requestId", nullValue())
                .extract()
                .asString();
        assertThat(lost).doesNotContain(taker.userName(), taker.userId(), fabrikam.id(), "request-of-fabrikam");
        records(fabrikam, "?size=1")
                .body("items[0].operationType", is("LINK"))
                .body("items[0].userPrincipalName", is(taker.userName()))
                .body("items[0].newValue.account", is(former.account()));
    }

    @Test
    void a_call_with_many_rows_is_one_record() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        long before = count(contoso);
        var passed = fixture.now().minus(Duration.ofHours(1)).toString();
        var rows = new ArrayList<Map<String, String>>();
        for (var exam : List.of("70-345", "70-346", "70-347")) {
            rows.add(Map.of("account", employee.account(), "type", "EXAM", "credential", exam, "achievedAt", passed));
        }
        admin().body(rows).post("/v1/achievements/batch").then().statusCode(200);
        fixture.sends(
                        contoso,
                        PartnerFixture.entitlements("fabrikam", 100, fixture.month()),
                        PartnerFixture.entitlements("adatum", 200, fixture.month()))
                .statusCode(200);

        assertThat(count(contoso) - before).isEqualTo(2);
        records(contoso, "?size=2")
                .body("items.resourceType", contains("PERFORMANCE", "ACHIEVEMENT"))
                .body("items[0].newValue.records", is(2))
                .body("items[1].newValue", equalTo(Map.of("created", 3, "updated", 0)));
    }

    @Test
    void a_corrected_achievement_is_recorded_with_what_it_was() {
        var contoso = fixture.partner();
        var ana = fixture.linkedEmployee(contoso);
        var report = new HashMap<String, String>(Map.of(
                "account", ana.account(),
                "type", "EXAM",
                "credential", "70-347",
                "achievedAt", fixture.now().toString(),
                "expiresAt", "2040-01-01T00:00:00Z"));
        fixture.report(report).statusCode(201);
        report.put("expiresAt", "2041-01-01T00:00:00Z");
        fixture.report(report).statusCode(200);

        records(contoso, "?size=1")
                .body("items[0].operationType", is("UPDATE"))
                .body("items[0].oldValue", equalTo(Map.of("expiresAt", "2040-01-01T00:00:00Z")))
                .body("items[0].newValue", equalTo(Map.of("expiresAt", "2041-01-01T00:00:00Z")));
    }

    @Test
    void everything_that_a_caller_can_change_is_recorded() {
        var contoso = fixture.partner();
        var holders = fixture.messagingSilver(contoso);
        admin().body(Map.of("level", "SILVER"))
                .post(contoso.path("/subscriptions"))
                .then()
                .statusCode(201);
        String override = admin().body(Map.of("competencyId", "messaging", "level", "GOLD", "reason", "Appeal"))
                .post(contoso.path("/overrides"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        admin().delete(contoso.path("/overrides/" + override)).then().statusCode(204);
        var attestation = contoso.path("/attestations/surface-hub-authorised-device-reseller");
        admin().body(Map.of()).put(attestation).then().statusCode(204);
        admin().delete(attestation).then().statusCode(204);
        String achievement =
                fixture.get(holders[0].path("/achievements")).extract().path("items[0].id");
        admin().delete("/v1/achievements/" + achievement).then().statusCode(204);

        records(contoso, "?size=6")
                .body(
                        "items.resourceType",
                        contains("ACHIEVEMENT", "ATTESTATION", "ATTESTATION", "OVERRIDE", "OVERRIDE", "SUBSCRIPTION"))
                .body("items.operationType", contains("DELETE", "DELETE", "CREATE", "DELETE", "CREATE", "CREATE"))
                .body("items[0].resourceId", is(achievement))
                .body("items[3].oldValue", hasEntry("reason", "Appeal"))
                .body("items[5].newValue.level", is("SILVER"));
        records(contoso, "?userId=" + holders[0].id()).body("items.resourceId", hasItem(achievement));
    }

    @Test
    void what_belongs_to_no_organization_stands_with_the_programme() {
        var account = PartnerFixture.newAccount();
        String id = fixture.passes(account, "EXAM", "70-347", fixture.now())
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(Sql.text(
                        "select old_value || new_value from audit_record where organization_id = ? and resource_id = ?",
                        AuditEvent.PROGRAMME,
                        id))
                .isNull();
        assertThat(Sql.text(
                        "select new_value from audit_record where organization_id = ? and resource_id = ?",
                        AuditEvent.PROGRAMME,
                        id))
                .contains("70-347")
                .doesNotContain(account);
    }

    @Test
    void records_are_paged_newest_first_and_found_by_time() {
        var contoso = fixture.partner();
        fixture.lapse(Duration.ofHours(1));
        var first = fixture.now();
        for (int i = 0; i < 5; i++) {
            fixture.employee(contoso);
            fixture.lapse(Duration.ofSeconds(1));
        }
        var ids = new ArrayList<String>();
        var next = contoso.path("/audit-records?size=2&from=" + first);
        while (next != null) {
            var page = admin().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            next = page.getString("links.next.uri");
        }
        assertThat(ids).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> other.compareTo(one));
        records(contoso, "?from=" + first + "&to=" + first.plusSeconds(1)).body("items.id", contains(ids.get(4)));
        records(contoso, "?from=" + first + "&to=" + first).body("items", empty());
        records(contoso, "?to=" + first).body("items.resourceType", contains("ORGANIZATION"));
        records(contoso, "?from=9999-12-31T23:59:59Z").body("items", empty());
        records(contoso, "?to=0001-01-01T00:00:00Z").body("items", empty());
    }

    @Test
    void a_filter_that_cannot_be_is_told() {
        var contoso = fixture.partner();
        for (var query : List.of(
                "from=yesterday",
                "to=2026-11-21",
                "userId=ana",
                "from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z",
                "cursor=AAAA",
                "size=0")) {
            admin().get(contoso.path("/audit-records?" + query))
                    .then()
                    .statusCode(400)
                    .body("code", is("invalid-parameter"));
        }
        admin().get("/v1/organizations/" + UUID.randomUUID() + "/audit-records")
                .then()
                .statusCode(404);
    }

    @Test
    void passes_of_the_job_are_not_recorded() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);
        long before = count(contoso);
        fixture.advance(Duration.ofDays(40));
        assertThat(count(contoso)).isEqualTo(before);
    }
}
