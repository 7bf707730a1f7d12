package io.partnercompetencies.owasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API3:2023, broken object property level authorization: members that are not the sender's to set, or to see. */
@QuarkusTest
class Api3PropertiesTest {

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    private Partner contoso;
    private Caller admin;

    @BeforeEach
    void the_administrator_of_a_partner() {
        contoso = partners.partner();
        admin = callers.signedIn(contoso, "global-admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "organizationId",
                "status",
                "createdAt",
                "leftAt",
                "userName",
                "market",
                "version",
                "password",
                "passwordHash",
                "mustChange",
                "credentials",
                "__proto__",
                "Roles"
            })
    void a_new_employee_brings_nothing_that_the_service_decides(String member) {
        var body = new LinkedHashMap<String, Object>(newUser());
        body.put(member, "x");
        refusedAt(member, admin.as().body(body).post(contoso.path("/users")).then());
        admin.as().get(contoso.path("/users")).then().body("totalCount", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "organizationId", "status", "createdAt", "leftAt", "userName", "version", "passwordHash"})
    void an_employee_is_not_patched_where_the_service_decides(String member) {
        var path = contoso.path("/users/" + admin.userId());
        var before = admin.as().get(path).asString();
        refusedAt(member, admin.as().body(Map.of(member, "LEFT")).patch(path).then());
        assertThat(admin.as().get(path).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "createdAt", "status", "version", "level", "parentId"})
    void an_organization_is_not_patched_where_the_service_decides(String member) {
        refusedAt(
                member,
                admin.as().body(Map.of(member, "x")).patch(contoso.path("")).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"market", "mpnId"})
    void a_partner_does_not_choose_what_it_is_judged_by(String member) {
        for (var value : new Object[] {"DEVELOPING", null}) {
            var patch = new LinkedHashMap<String, Object>();
            patch.put(member, value);
            admin.as().body(patch).patch(contoso.path("")).then().statusCode(403);
        }
        admin.as()
                .body("{\"name\":\"New\",\"" + member + "\":\"DEVELOPING\"}")
                .patch(contoso.path(""))
                .then()
                .statusCode(403);
        partners.get(contoso.path("")).body("market", equalTo("DEVELOPED")).body("name", startsWith("Contoso"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"programme-admin", "learning-provider", "performance-provider"})
    void nobody_in_an_organization_gets_a_role_of_the_programme(String role) {
        var body = new LinkedHashMap<String, Object>(newUser());
        body.put("roles", List.of(role));
        admin.as().body(body).post(contoso.path("/users")).then().statusCode(422);
        admin.as()
                .body(Map.of("roles", List.of("global-admin", role)))
                .patch(contoso.path("/users/" + admin.userId()))
                .then()
                .statusCode(422);
        admin.as().get("/v1/me").then().body("roles", not(hasItem(role)));
    }

    @Test
    void an_employee_does_not_lift_oneself() {
        var user = callers.signedIn(contoso, "user");
        for (var body : List.of(
                Map.of("roles", List.of("global-admin")), Map.of("status", "ACTIVE"), Map.of("email", "a@b.example"))) {
            user.as()
                    .body(body)
                    .patch(contoso.path("/users/" + user.userId()))
                    .then()
                    .statusCode(403);
        }
        user.as().get("/v1/me").then().body("roles", equalTo(List.of("user")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "status", "startsOn", "expiresOn", "upgradeDiscountPercent", "boughtAt"})
    void a_purchase_sets_no_terms_of_its_own(String member) {
        refusedAt(
                member,
                admin.as()
                        .body(Map.of("level", "SILVER", member, "2099-01-01"))
                        .post(contoso.path("/subscriptions"))
                        .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "userId", "associatedAt", "countsFrom", "movedFromAnotherOrganization"})
    void a_link_does_not_say_since_when(String member) {
        refusedAt(
                member,
                admin.as()
                        .body(Map.of(
                                "account",
                                PartnerFixture.newAccount(),
                                "kind",
                                "LEARN",
                                member,
                                "2020-01-01T00:00:00Z"))
                        .post(contoso.path("/users/" + admin.userId() + "/microsoft-accounts"))
                        .then());
    }

    @Test
    void a_member_that_stands_twice_is_not_read_twice() {
        admin.as()
                .body("{\"name\":\"One\",\"name\":\"Two\"}")
                .patch(contoso.path(""))
                .then()
                .statusCode(400);
    }

    @Test
    void no_answer_holds_a_hash_or_a_secret() {
        var path = contoso.path("/users/" + admin.userId());
        for (var address : List.of(
                "/v1/me",
                path,
                contoso.path(""),
                contoso.path("/users"),
                contoso.path("/skills-report"),
                contoso.path("/achievements"),
                contoso.path("/membership"),
                path + "/microsoft-accounts")) {
            for (var answer :
                    List.of(admin.as().get(address), PartnerFixture.admin().get(address))) {
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(answer.asString().toLowerCase(java.util.Locale.ROOT))
                        .as(address)
                        .doesNotContain("password", "hash", "$2a$", "$2b$", "secret", "holder", "mustchange");
            }
        }
    }

    @Test
    void figures_without_names_are_without_names_for_a_report_viewer() {
        partners.passesMessaging(partners.linkedEmployee(contoso));
        var viewer = callers.signedIn(contoso, "report-viewer");
        for (var below : List.of("/competencies/messaging", "/skills-report", "/alerts")) {
            var seen = viewer.as().get(contoso.path(below));
            assertThat(seen.statusCode()).as(below).isEqualTo(200);
            assertThat(seen.asString()).as(below).doesNotContain("displayName", "employee", "@contoso.example");
        }
    }

    private static Map<String, Object> newUser() {
        return Map.of(
                "firstName", "Bo",
                "lastName", "Contoso",
                "displayName", "Bo",
                "email", UUID.randomUUID() + "@contoso.example");
    }

    private static void refusedAt(String member, ValidatableResponse answer) {
        answer.statusCode(400).body("code", equalTo("malformed")).body("errors[0].pointer", equalTo("/" + member));
    }
}
