package io.partnercompetencies.owasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API1:2023, broken object level authorization: Fabrikam's administrator wants what is Contoso's. */
@QuarkusTest
class Api1ForeignObjectsTest {

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    private Partner contoso;
    private Employee ana;
    private String association;
    private String achievement;

    private Partner fabrikam;
    private Caller attacker;

    @BeforeEach
    void contoso_has_something_and_fabrikam_wants_it() {
        contoso = partners.partner();
        ana = partners.employee(contoso);
        association = partners.association(ana, "LEARN");
        achievement = partners.passesNow(ana, "70-347");
        fabrikam = partners.partner();
        attacker = callers.signedIn(fabrikam, "global-admin", "mpn-partner-admin", "account-admin");
    }

    @Test
    void another_organization_by_its_path_is_as_if_it_did_not_exist() {
        var nowhere = "/v1/organizations/" + UUID.randomUUID();
        for (var below : List.of(
                "",
                "/users",
                "/users/" + ana.id(),
                "/achievements",
                "/competencies",
                "/competencies/messaging",
                "/performance",
                "/membership",
                "/eligibility",
                "/subscriptions",
                "/alerts",
                "/marketing-profile",
                "/skills-report",
                "/users/" + ana.id() + "/achievements")) {
            assertAlike((call, path) -> call.get(path), contoso.path(below), nowhere + below);
        }
        assertAlike((call, path) -> call.body("{\"name\":\"Mine\"}").patch(path), contoso.path(""), nowhere);
        assertAlike((call, path) -> call.delete(path), ana.path(""), nowhere + "/users/" + ana.id());
        partners.get(ana.path("")).statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void a_foreign_employee_is_not_reached_by_way_of_the_own_organization() {
        var theirs = fabrikam.path("/users/" + ana.id());
        var nobodys = fabrikam.path("/users/" + UUID.randomUUID());
        assertAlike((call, path) -> call.get(path), theirs, nobodys);
        assertAlike((call, path) -> call.get(path + "/achievements"), theirs, nobodys);
        assertAlike((call, path) -> call.get(path + "/microsoft-accounts"), theirs, nobodys);
        assertAlike((call, path) -> call.body("{\"displayName\":\"Mine\"}").patch(path), theirs, nobodys);
        assertAlike((call, path) -> call.delete(path), theirs, nobodys);
        partners.get(ana.path("")).statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void a_foreign_achievement_is_not_explained_to_an_own_employee() {
        var me = fabrikam.path("/users/" + attacker.userId());
        assertAlike(
                (call, path) -> call.get(path + "/diagnosis"),
                me + "/achievements/" + achievement,
                me + "/achievements/" + UUID.randomUUID());
    }

    @Test
    void a_foreign_association_is_not_ended_by_way_of_the_own_profile() {
        var me = fabrikam.path("/users/" + attacker.userId() + "/microsoft-accounts/");
        assertAlike((call, path) -> call.delete(path), me + association, me + UUID.randomUUID());
        partners.get(ana.path("/microsoft-accounts")).statusCode(200).body("items.id", hasItem(association));
    }

    @Test
    void a_foreign_id_in_a_query_finds_nothing() {
        for (var id : List.of(ana.id(), UUID.randomUUID().toString())) {
            attacker.as()
                    .get(fabrikam.path("/achievements?userId=" + id))
                    .then()
                    .statusCode(200)
                    .body("totalCount", equalTo(0))
                    .body("items", empty());
        }
        attacker.as().get("/v1/achievements?account=" + ana.account()).then().statusCode(403);
        attacker.as().get("/v1/organizations?mpnId=contoso").then().statusCode(403);
        attacker.as()
                .get(fabrikam.path("/users?q=employee"))
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(ana.id())));
    }

    @Test
    void a_cursor_of_another_organization_goes_on_in_the_own_one() {
        partners.employee(contoso);
        var foreign = PartnerFixture.admin().get(contoso.path("/users?size=1"));
        String next = foreign.then().statusCode(200).extract().path("links.next.uri");
        var cursor = next.replaceAll(".*cursor=([^&]+).*", "$1");
        attacker.as().get(next).then().statusCode(404);
        attacker.as()
                .get(fabrikam.path("/users?cursor=" + cursor))
                .then()
                .statusCode(200)
                .body("items.organizationId", everyItem(equalTo(fabrikam.id())));
    }

    @Test
    void a_tag_does_not_tell_that_something_is_there() {
        for (var tag : List.of("\"0\"", "\"1\"", "*")) {
            assertAlike(
                    (call, path) -> call.header("If-None-Match", tag).get(path),
                    contoso.path(""),
                    "/v1/organizations/" + UUID.randomUUID());
            assertAlike(
                    (call, path) -> call.header("If-None-Match", tag).get(path),
                    fabrikam.path("/users/" + ana.id()),
                    fabrikam.path("/users/" + UUID.randomUUID()));
            assertAlike(
                    (call, path) -> call.header("If-Match", tag).body("{}").patch(path),
                    fabrikam.path("/users/" + ana.id()),
                    fabrikam.path("/users/" + UUID.randomUUID()));
            assertAlike(
                    (call, path) -> call.header("If-Match", tag).delete(path),
                    fabrikam.path("/users/" + ana.id()),
                    fabrikam.path("/users/" + UUID.randomUUID()));
        }
    }

    @Test
    void an_idempotency_key_of_somebody_else_opens_nothing() {
        var key = UUID.randomUUID().toString();
        var colleague = callers.signedIn(fabrikam, "global-admin");
        var body =
                Map.of("firstName", "Bo", "lastName", "Fabrikam", "displayName", "Bo", "email", "bo@fabrikam.example");
        Response first = attacker.as().header("Idempotency-Key", key).body(body).post(fabrikam.path("/users"));
        first.then().statusCode(201);
        colleague
                .as()
                .header("Idempotency-Key", key)
                .body(body)
                .post(fabrikam.path("/users"))
                .then()
                .statusCode(409)
                .body("code", equalTo("duplicate-user"));
        colleague
                .as()
                .header("Idempotency-Key", key)
                .body(body)
                .post(contoso.path("/users"))
                .then()
                .statusCode(404);
        attacker.as()
                .header("Idempotency-Key", key)
                .body(body)
                .post(contoso.path("/users"))
                .then()
                .statusCode(404);
        attacker.as()
                .header("Idempotency-Key", key)
                .body(body)
                .post(fabrikam.path("/users"))
                .then()
                .statusCode(201)
                .body("id", equalTo(first.path("id")))
                .body("credentials.temporaryPassword", equalTo(null));
    }

    @Test
    void an_organization_in_a_body_is_not_read() {
        attacker.as()
                .body(Map.of("level", "SILVER", "organizationId", contoso.id()))
                .post(fabrikam.path("/subscriptions"))
                .then()
                .statusCode(400);
        attacker.as()
                .body(Map.of(
                        "organizationId", contoso.id(),
                        "firstName", "Bo",
                        "lastName", "Spy",
                        "displayName", "Bo",
                        "email", "spy@fabrikam.example"))
                .post(fabrikam.path("/users"))
                .then()
                .statusCode(400);
        partners.get(contoso.path("/users")).body("items", hasSize(1));
    }

    @Test
    void what_an_account_earned_elsewhere_stays_there() {
        attacker.as()
                .get(fabrikam.path("/achievements"))
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(achievement)));
        var report = attacker.as().get(fabrikam.path("/skills-report")).asString();
        assertThat(report).doesNotContain(achievement, ana.id(), ana.account());
    }

    /** Byte for byte the same, apart from the id of the request. */
    private void assertAlike(BiFunction<RequestSpecification, String, Response> call, String foreign, String missing) {
        var one = call.apply(attacker.as().header("MS-RequestId", "same"), foreign);
        var other = call.apply(attacker.as().header("MS-RequestId", "same"), missing);
        assertThat(one.statusCode()).as(foreign).isEqualTo(404);
        assertThat(one.asString()).as(foreign).isEqualTo(other.asString());
        assertThat(one.header("ETag")).as(foreign).isNull();
        assertThat(other.statusCode()).as(missing).isEqualTo(404);
    }
}
