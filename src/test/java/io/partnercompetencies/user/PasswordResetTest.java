package io.partnercompetencies.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An employee who has forgotten the password gets another temporary one. */
@QuarkusTest
class PasswordResetTest {

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    private Partner contoso;
    private Caller ana;

    @BeforeEach
    void an_employee() {
        contoso = partners.partner();
        ana = callers.signedIn(contoso);
    }

    @Test
    void the_new_password_is_a_temporary_one_and_the_old_one_opens_nothing_any_more() {
        ana.as().get("/v1/me").then().statusCode(200);
        String temporary = reset(callers.signedIn(contoso, "account-admin"), ana)
                .statusCode(200)
                .body("userName", equalTo(ana.userName()))
                .body("temporaryPassword", matchesPattern("([a-z0-9]{5}-){3}[a-z0-9]{5}"))
                .extract()
                .path("temporaryPassword");
        ana.as().get("/v1/me").then().statusCode(401);
        var back = new Caller(ana.userName(), temporary, ana.userId(), contoso);
        back.as().get("/v1/me").then().statusCode(403).body("code", equalTo("password-change-required"));
        Callers.chosen(back, "another of my own").as().get("/v1/me").then().statusCode(200);
    }

    @Test
    void it_lifts_a_lock() {
        for (int i = 0; i < 12; i++) {
            given().auth().preemptive().basic(ana.userName(), "wrong").get("/v1/me");
            partners.lapse(Duration.ofSeconds(1));
        }
        partners.lapse(Duration.ofMinutes(2));
        for (int i = 0; i < 2; i++) {
            given().auth().preemptive().basic(ana.userName(), "wrong").get("/v1/me");
        }
        ana.as().get("/v1/me").then().statusCode(429);
        String temporary = reset(admin(), ana).statusCode(200).extract().path("temporaryPassword");
        new Caller(ana.userName(), temporary, ana.userId(), contoso)
                .as()
                .get("/v1/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("password-change-required"));
    }

    @Test
    void repeated_under_its_key_it_makes_no_other_password_and_shows_none() {
        var key = UUID.randomUUID().toString();
        String temporary = resetOnce(key).statusCode(200).extract().path("temporaryPassword");
        resetOnce(key).statusCode(200).body("userName", equalTo(ana.userName())).body("temporaryPassword", nullValue());
        Callers.chosen(new Caller(ana.userName(), temporary, ana.userId(), contoso), "another of my own");
    }

    @Test
    void nobody_resets_who_they_may_not_manage() {
        var chief = callers.signedIn(contoso, "global-admin");
        for (var role : new String[] {"account-admin", "user-management-admin"}) {
            reset(callers.signedIn(contoso, role), chief).statusCode(403).body("code", equalTo("forbidden"));
        }
        chief.as().get("/v1/me").then().statusCode(200);
        reset(callers.signedIn(contoso, "global-admin"), chief).statusCode(200);
    }

    @Test
    void who_has_left_gets_no_password() {
        admin().as().delete(contoso.path("/users/" + ana.userId())).then().statusCode(204);
        reset(admin(), ana).statusCode(409).body("code", equalTo("user-left"));
        var nobody = new Caller("", "", UUID.randomUUID().toString(), contoso);
        reset(admin(), nobody).statusCode(404);
        var elsewhere = new Caller("", "", ana.userId(), partners.partner());
        assertThat(reset(admin(), elsewhere).extract().statusCode()).isEqualTo(404);
    }

    private ValidatableResponse resetOnce(String key) {
        return PartnerFixture.admin()
                .header("Idempotency-Key", key)
                .post(contoso.path("/users/" + ana.userId() + "/password-reset"))
                .then();
    }

    private static Caller admin() {
        return new Caller(PartnerFixture.ADMIN, PartnerFixture.PASSWORD, null, null);
    }

    private static ValidatableResponse reset(Caller by, Caller whom) {
        return by.as()
                .post(whom.partner().path("/users/" + whom.userId() + "/password-reset"))
                .then();
    }
}
