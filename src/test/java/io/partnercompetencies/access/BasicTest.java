package io.partnercompetencies.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edges of HTTP Basic (RFC 7617): let in or refused, never an error of ours. */
@QuarkusTest
class BasicTest {

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    private Caller ana;

    @BeforeEach
    void somebody() {
        ana = callers.signedIn(partners.partner());
    }

    @AfterEach
    void forget_wrong_passwords() {
        Sql.change("delete from sign_in_failure");
    }

    @Test
    void a_password_may_hold_colons() {
        var colons = Callers.chosen(ana, "a:password::with:colons");
        sends("Basic " + encoded(colons.userName() + ":a:password::with:colons"))
                .statusCode(200);
        sends("Basic " + encoded(colons.userName() + ":a")).statusCode(401);
    }

    @Test
    void the_scheme_may_be_written_in_any_case() {
        var credentials = encoded(ana.userName() + ":" + ana.password());
        for (var scheme : new String[] {"basic", "BASIC", "bAsIc"}) {
            sends(scheme + " " + credentials).statusCode(200);
        }
    }

    @Test
    void an_empty_name_and_an_empty_password_are_refused() {
        sends("Basic " + encoded(ana.userName() + ":")).statusCode(401);
        sends("Basic " + encoded(":" + ana.password())).statusCode(401);
        sends("Basic " + encoded(":")).statusCode(401);
        sends("Basic " + encoded("")).statusCode(401);
    }

    @Test
    void ten_kilobytes_are_a_wrong_password_and_a_hundred_are_no_header() {
        sends("Basic " + encoded(ana.userName() + ":" + "x".repeat(10_000))).statusCode(401);
        sends("Basic " + encoded("x".repeat(10_000) + ":" + ana.password())).statusCode(401);
        int status = given().header("Authorization", "Basic " + encoded("x".repeat(100_000)))
                .get("/v1/me")
                .statusCode();
        assertThat(status).isBetween(400, 499);
    }

    @Test
    void bytes_that_are_no_utf_8_are_a_wrong_password() {
        for (var bytes : new byte[][] {
            {(byte) 0xff, (byte) 0xfe, ':', 'x'},
            {'a', ':', (byte) 0xc3},
            {'a', ':', (byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {'a', 0, ':', 0}
        }) {
            sends("Basic " + Base64.getEncoder().encodeToString(bytes)).statusCode(401);
        }
    }

    @Test
    void of_several_authorization_headers_none_is_taken() {
        var right = "Basic " + encoded(ana.userName() + ":" + ana.password());
        var wrong = "Basic " + encoded(ana.userName() + ":wrong");
        for (var headers : new String[][] {{right, wrong}, {wrong, right}, {right, right}, {right, "Bearer x"}}) {
            given().header("Authorization", headers[0], headers[1])
                    .get("/v1/me")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("malformed"));
        }
    }

    private static ValidatableResponse sends(String header) {
        return given().header("Authorization", header).get("/v1/me").then();
    }

    private static String encoded(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
