package io.partnercompetencies.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Temporary passwords, and the passwords that people choose in their place. */
@QuarkusTest
class OwnPasswordTest {

    private static final String OWN = "corduroy is not silk";

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
    void a_temporary_password_opens_nothing_but_its_change() {
        var newcomer = newcomer("global-admin");
        for (var path : new String[] {
            "/v1/me",
            contoso.path(""),
            contoso.path("/users"),
            "/v1/exemptions",
            "/v1/organizations/" + UUID.randomUUID()
        }) {
            newcomer.as().get(path).then().statusCode(403).body("code", equalTo("password-change-required"));
        }
        newcomer.as()
                .body("{broken")
                .post(contoso.path("/users"))
                .then()
                .statusCode(403)
                .body("code", equalTo("password-change-required"));
        changes(newcomer, newcomer.password(), OWN).statusCode(204);
        given().auth()
                .preemptive()
                .basic(newcomer.userName(), OWN)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("userName", equalTo(newcomer.userName()));
    }

    @Test
    void a_password_that_was_replaced_opens_nothing_any_more_at_once() {
        var ana = callers.signedIn(contoso);
        ana.as().get("/v1/me").then().statusCode(200);
        var anew = Callers.chosen(ana, OWN);
        ana.as().get("/v1/me").then().statusCode(401);
        anew.as().get("/v1/me").then().statusCode(200);
    }

    @Test
    void a_wrong_current_password_changes_nothing_and_counts_as_a_failed_sign_in() {
        var ana = callers.signedIn(contoso);
        for (int i = 0; i < 6; i++) {
            changes(ana, "not this one", OWN).statusCode(422).body("errors.pointer", contains("/currentPassword"));
        }
        changes(ana, "not this one", OWN).statusCode(429).body("code", equalTo("too-many-requests"));
        changes(ana, ana.password(), OWN).statusCode(429);
        ana.as().get("/v1/me").then().statusCode(200);
    }

    static Stream<String> too_weak() {
        return Stream.of(
                "",
                "elevenchars",
                "x".repeat(1_001),
                "\uD83D\uDE00".repeat(11),
                "aaaaaaaaaaaaaaaaaaaa",
                "            ",
                "PasswordPassword",
                "123456789012",
                "a line\nand another",
                "a NUL \u0000 inside",
                "half a pair \uD83D");
    }

    @ParameterizedTest
    @MethodSource("too_weak")
    void a_password_that_is_easily_guessed_or_cannot_be_typed_is_refused(String wanted) {
        var ana = callers.signedIn(contoso);
        var status = changes(ana, ana.password(), wanted).extract();
        Assertions.assertThat(status.statusCode()).isIn(400, 422);
        Assertions.assertThat(status.<String>path("errors[0].pointer")).isEqualTo("/newPassword");
        ana.as().get("/v1/me").then().statusCode(200);
    }

    @Test
    void neither_the_current_password_nor_the_user_name_is_a_new_one() {
        var ana = callers.signedIn(contoso);
        for (var wanted :
                new String[] {ana.password(), ana.userName(), ana.userName().toUpperCase(java.util.Locale.ROOT)}) {
            changes(ana, ana.password(), wanted).statusCode(422).body("errors.pointer", contains("/newPassword"));
        }
    }

    static Stream<String> good() {
        return Stream.of(
                "twelve chars",
                "\uD83D\uDE00\uD83D\uDE01".repeat(6),
                "a:colon::and:more",
                " blanks around it ",
                "contrase\u00f1a del a\u00f1o \u7530",
                "word ".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("good")
    void any_text_that_is_long_enough_is_a_password(String wanted) {
        Callers.chosen(callers.signedIn(contoso), wanted)
                .as()
                .get("/v1/me")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"currentPassword", "newPassword"})
    void both_passwords_are_needed(String missing) {
        var ana = callers.signedIn(contoso);
        var body = new HashMap<>(Map.of("currentPassword", ana.password(), "newPassword", OWN));
        body.remove(missing);
        ana.as()
                .body(body)
                .post("/v1/me/password")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/" + missing));
    }

    @Test
    void of_two_changes_at_once_one_counts() {
        var ana = callers.signedIn(contoso);
        var statuses = Together.times(
                2, i -> changes(ana, ana.password(), OWN + i).extract().statusCode());
        Assertions.assertThat(statuses).containsOnlyOnce(204);
        var opened = Stream.of(OWN + 0, OWN + 1)
                .filter(password -> given().auth()
                                .preemptive()
                                .basic(ana.userName(), password)
                                .get("/v1/me")
                                .statusCode()
                        == 200);
        Assertions.assertThat(opened).hasSize(1);
    }

    @Test
    void the_built_in_admin_may_choose_another_one_too() {
        var admin = new Caller(PartnerFixture.ADMIN, PartnerFixture.PASSWORD, null, null);
        var changed = Callers.chosen(admin, OWN);
        try {
            admin.as().get("/v1/me").then().statusCode(401);
        } finally {
            Callers.chosen(changed, PartnerFixture.PASSWORD);
        }
        admin.as().get("/v1/me").then().statusCode(200);
    }

    private ValidatableResponse changes(Caller caller, String current, String wanted) {
        return caller.as()
                .body(Map.of("currentPassword", current, "newPassword", wanted))
                .post("/v1/me/password")
                .then();
    }

    private Caller newcomer(String... roles) {
        JsonPath made = PartnerFixture.admin()
                .body(Map.of(
                        "firstName", "Bea",
                        "lastName", "Contoso",
                        "displayName", "Bea",
                        "email", UUID.randomUUID() + "@contoso.example",
                        "roles", roles))
                .post(contoso.path("/users"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Caller(
                made.getString("credentials.userName"),
                made.getString("credentials.temporaryPassword"),
                made.getString("id"),
                contoso);
    }
}
