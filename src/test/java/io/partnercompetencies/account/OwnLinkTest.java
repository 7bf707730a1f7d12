package io.partnercompetencies.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only the person links (P2). */
@QuarkusTest
class OwnLinkTest {

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    private Partner contoso;
    private Caller ana;

    @BeforeEach
    void an_employee_of_a_partner() {
        contoso = partners.partner();
        ana = callers.signedIn(contoso);
    }

    @Test
    void an_employee_links_and_unlinks_the_own_account() {
        String association = links(ana, ana).statusCode(201).extract().path("id");
        ana.as().delete(accounts(ana) + "/" + association).then().statusCode(204);
    }

    @Test
    void an_admin_of_the_partner_does_neither_for_others() {
        var admin = callers.signedIn(contoso, "global-admin");
        String association = links(ana, ana).statusCode(201).extract().path("id");
        links(admin, callers.signedIn(contoso)).statusCode(403).body("code", equalTo("forbidden"));
        admin.as().delete(accounts(ana) + "/" + association).then().statusCode(403);
        admin.as().get(accounts(ana)).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void an_admin_links_the_own_account_as_everybody_does() {
        var admin = callers.signedIn(contoso, "global-admin");
        links(admin, admin).statusCode(201);
    }

    @Test
    void the_programme_s_administrator_does_both_for_support() {
        String association = PartnerFixture.admin()
                .body(Map.of("account", PartnerFixture.newAccount(), "kind", "LEARN"))
                .post(accounts(ana))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        PartnerFixture.admin().delete(accounts(ana) + "/" + association).then().statusCode(204);
    }

    @Test
    void whoever_is_signed_in_sees_when_the_account_can_be_associated_again() {
        links(ana, ana).statusCode(201);
        var allowedAt = partners.now().plus(Duration.ofDays(30));
        me().body("associations", hasSize(1))
                .body("associations[0].kind", equalTo("LEARN"))
                .body("associations[0].userId", equalTo(ana.userId()))
                .body("associations[0].nextAssociationAllowedAt", equalTo(allowedAt.toString()));
        partners.lapse(Duration.ofDays(30));
        me().body("associations[0].nextAssociationAllowedAt", nullValue());
    }

    private ValidatableResponse me() {
        return ana.as()
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("userName", equalTo(ana.userName()))
                .body("user.id", equalTo(ana.userId()))
                .body("organization.id", equalTo(contoso.id()));
    }

    private static ValidatableResponse links(Caller caller, Caller whose) {
        return caller.as()
                .body(Map.of("account", PartnerFixture.newAccount(), "kind", "LEARN"))
                .post(accounts(whose))
                .then();
    }

    private static String accounts(Caller whose) {
        return whose.partner().path("/users/" + whose.userId() + "/microsoft-accounts");
    }
}
