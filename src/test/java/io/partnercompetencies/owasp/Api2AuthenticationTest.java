package io.partnercompetencies.owasp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Callers;
import io.partnercompetencies.PartnerFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API2:2023, broken authentication: what is no proof of who somebody is. */
@QuarkusTest
class Api2AuthenticationTest {

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-User",
                "X-Remote-User",
                "X-User",
                "X-MS-CLIENT-PRINCIPAL-NAME",
                "X-Original-User",
                "X-Authenticated-Userid"
            })
    void a_header_that_only_names_somebody(String header) {
        given().header(header, "admin").get("/v1/me").then().statusCode(401);
    }

    @Test
    void credentials_in_the_address_or_in_a_cookie() {
        var credentials = basic("admin", PartnerFixture.PASSWORD);
        for (var query : new String[] {
            "access_token=" + credentials,
            "authorization=Basic%20" + credentials,
            "user=admin&password=" + PartnerFixture.PASSWORD
        }) {
            given().urlEncodingEnabled(false).get("/v1/me?" + query).then().statusCode(401);
        }
        given().cookie("Authorization", "Basic " + credentials)
                .get("/v1/me")
                .then()
                .statusCode(401);
        given().cookie("quarkus-credential", credentials).get("/v1/me").then().statusCode(401);
        given().formParam("j_username", "admin")
                .formParam("j_password", PartnerFixture.PASSWORD)
                .post("/j_security_check")
                .then()
                .statusCode(404);
    }

    @Test
    void a_token_that_nobody_signed() {
        var token = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + base64("{\"sub\":\"admin\",\"groups\":[\"programme-admin\"],\"exp\":99999999999}") + ".";
        given().header("Authorization", "Bearer " + token).get("/v1/me").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin' or '1'='1",
                "admin'--",
                "admin\"",
                "admin\\",
                "%61dmin",
                "admin ",
                " admin",
                "ADMIN",
                "admin\t"
            })
    void a_name_that_is_nearly_right(String name) {
        given().header("Authorization", "Basic " + basic(name, PartnerFixture.PASSWORD))
                .get("/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void two_headers_of_which_one_is_right_do_not_make_two_people() {
        var answer = given().header("Authorization", "Basic " + basic("nobody", "x"))
                .header("Authorization", "Basic " + basic("admin", PartnerFixture.PASSWORD))
                .get("/v1/me");
        assertThat(answer.statusCode()).isIn(400, 401);
    }

    @Test
    void a_refusal_does_not_tell_whether_the_name_or_the_password_was_wrong() {
        var user = callers.signedIn(partners.partner(), "global-admin");
        var wrongPassword = refused(user.userName());
        var wrongName = refused("nobody-at-all");
        assertThat(wrongPassword).isEqualTo(wrongName);
    }

    @Test
    void who_has_left_is_out_at_once() {
        var contoso = partners.partner();
        var user = callers.signedIn(contoso, "global-admin");
        user.as().get(contoso.path("")).then().statusCode(200);
        PartnerFixture.admin()
                .delete(contoso.path("/users/" + user.userId()))
                .then()
                .statusCode(204);
        user.as().get(contoso.path("")).then().statusCode(401);
        user.as().get("/v1/me").then().statusCode(401);
    }

    @Test
    void a_role_that_is_taken_away_is_gone_at_once() {
        var contoso = partners.partner();
        var user = callers.signedIn(contoso, "global-admin");
        PartnerFixture.admin()
                .body("{\"roles\":[\"user\"]}")
                .patch(contoso.path("/users/" + user.userId()))
                .then()
                .statusCode(200);
        user.as().get(contoso.path("/users")).then().statusCode(403);
    }

    @Test
    void no_session_is_made_that_could_be_stolen() {
        PartnerFixture.admin()
                .get("/v1/me")
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue())
                .header("Cache-Control", containsString("private"));
    }

    private static String refused(String userName) {
        var answer = given().header("MS-RequestId", "same")
                .header("Authorization", "Basic " + basic(userName, "wrong"))
                .get("/v1/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        return answer.asString();
    }

    private static String basic(String name, String password) {
        return base64(name + ":" + password);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
