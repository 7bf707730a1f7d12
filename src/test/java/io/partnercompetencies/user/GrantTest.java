package io.partnercompetencies.user;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody gives a role above the own, and nobody manages who has one. */
@QuarkusTest
class GrantTest {

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    private Partner contoso;

    @BeforeEach
    void a_partner() {
        contoso = partners.partner();
    }

    @Test
    void a_global_admin_makes_another() {
        creates(callers.signedIn(contoso, "global-admin"), "global-admin").statusCode(201);
    }

    @Test
    void an_account_admin_gives_every_role_but_the_global_admin_s() {
        var admin = callers.signedIn(contoso, "account-admin");
        creates(admin, "account-admin", "mpn-partner-admin", "report-viewer").statusCode(201);
        creates(admin, "global-admin")
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("global-admin"));
    }

    @Test
    void a_user_management_admin_gives_no_role_at_all() {
        var admin = callers.signedIn(contoso, "user-management-admin");
        creates(admin).statusCode(201);
        creates(admin, "user").statusCode(201);
        creates(admin, "report-viewer").statusCode(403);
    }

    @Test
    void nobody_lifts_oneself() {
        for (var role : List.of("account-admin", "user-management-admin")) {
            var admin = callers.signedIn(contoso, role);
            edits(admin, admin.userId(), Map.of("roles", List.of("global-admin")))
                    .statusCode(403);
        }
    }

    @Test
    void who_is_above_can_be_neither_edited_nor_removed() {
        var boss = callers.signedIn(contoso, "global-admin").userId();
        var admin = callers.signedIn(contoso, "account-admin");
        edits(admin, boss, Map.of("displayName", "Nobody")).statusCode(403);
        edits(admin, boss, Map.of("roles", List.of())).statusCode(403);
        admin.as().delete(user(boss)).then().statusCode(403);
        admin.as().get(user(boss)).then().statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void who_is_below_can_be() {
        var admin = callers.signedIn(contoso, "user-management-admin");
        String id = creates(admin).extract().path("id");
        edits(admin, id, Map.of("displayName", "Ana of Contoso"))
                .statusCode(200)
                .body("displayName", equalTo("Ana of Contoso"));
        admin.as().delete(user(id)).then().statusCode(204);
    }

    @Test
    void the_market_and_the_mpn_id_are_not_the_partner_s_to_change() {
        var admin = callers.signedIn(contoso, "global-admin");
        for (var member : List.of("market", "mpnId")) {
            admin.as()
                    .body(Map.of(member, "DEVELOPING"))
                    .patch(contoso.path(""))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
        admin.as()
                .body(Map.of("name", "Contoso of Spain"))
                .patch(contoso.path(""))
                .then()
                .statusCode(200)
                .body("market", equalTo("DEVELOPED"))
                .body("name", equalTo("Contoso of Spain"));
    }

    private String user(String id) {
        return contoso.path("/users/" + id);
    }

    private ValidatableResponse edits(Caller admin, String userId, Map<String, ?> patch) {
        return admin.as().body(patch).patch(user(userId)).then();
    }

    private ValidatableResponse creates(Caller admin, String... roles) {
        var body = Map.of(
                "firstName", "Ana",
                "lastName", "Contoso",
                "displayName", "Ana",
                "email", UUID.randomUUID() + "@contoso.example",
                "roles", List.of(roles));
        return admin.as().body(body).post(contoso.path("/users")).then();
    }
}
