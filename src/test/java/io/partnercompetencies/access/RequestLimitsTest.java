package io.partnercompetencies.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.partnercompetencies.PartnerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five requests at once and two a second from a caller; three refused sign-ins from an address and one a second. */
@QuarkusTest
@TestProfile(RequestLimitsTest.Few.class)
class RequestLimitsTest {

    public static class Few implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "competencies.limits.requests-per-second", "2",
                    "competencies.limits.requests-burst", "5",
                    "competencies.limits.refused-sign-ins-per-second", "1",
                    "competencies.limits.refused-sign-ins-burst", "3");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SettableTicker.class);
        }
    }

    @Inject
    SettableTicker ticker;

    @Inject
    PartnerFixture partners;

    @BeforeEach
    void everybody_has_waited_long_enough() {
        ticker.advance(Duration.ofMinutes(1));
    }

    @Test
    void a_caller_who_asks_too_much_is_told_when_to_come_again() {
        assertThat(asks(PartnerFixture.ADMIN, PartnerFixture.PASSWORD, 5)).containsOnly(200);
        refused(me(PartnerFixture.ADMIN, PartnerFixture.PASSWORD)).header("Retry-After", equalTo("1"));
        given().auth()
                .preemptive()
                .basic(PartnerFixture.ADMIN, PartnerFixture.PASSWORD)
                .get("/v1/nothing")
                .then()
                .statusCode(429);

        ticker.advance(Duration.ofSeconds(1));
        assertThat(asks(PartnerFixture.ADMIN, PartnerFixture.PASSWORD, 3)).containsExactly(200, 200, 429);
    }

    @Test
    void one_caller_is_not_in_anothers_way() {
        var user = user();
        ticker.advance(Duration.ofMinutes(1));
        assertThat(asks(PartnerFixture.ADMIN, PartnerFixture.PASSWORD, 6))
                .last()
                .isEqualTo(429);
        me(user.get("userName"), user.get("temporaryPassword")).statusCode(not(429));
    }

    @Test
    void health_is_asked_after_without_a_limit() {
        assertThat(IntStream.range(0, 20).map(i -> given().get("/q/health/live").statusCode()))
                .containsOnly(200);
    }

    @Test
    void no_password_of_a_stranger_is_checked_from_where_too_many_were_refused() {
        var stranger = user();
        ticker.advance(Duration.ofMinutes(1));
        me(PartnerFixture.ADMIN, PartnerFixture.PASSWORD).statusCode(200);
        assertThat(asks("nobody", "guess", 3)).containsOnly(401);
        refused(me("nobody", "guess")).header("Retry-After", equalTo("1"));
        refused(me(stranger.get("userName"), stranger.get("temporaryPassword")));
        refused(given().header("X-Forwarded-For", "192.0.2.7")
                .auth()
                .preemptive()
                .basic("nobody", "guess")
                .get("/v1/me")
                .then());

        me(PartnerFixture.ADMIN, PartnerFixture.PASSWORD).statusCode(200);
        given().get("/v1/me").then().statusCode(401);

        ticker.advance(Duration.ofSeconds(1));
        assertThat(asks("nobody", "guess", 2)).containsExactly(401, 429);
    }

    @Test
    void who_does_not_try_to_sign_in_is_refused_without_end() {
        assertThat(IntStream.range(0, 10).map(i -> given().get("/v1/me").statusCode()))
                .containsOnly(401);
    }

    private Map<String, String> user() {
        var body = Map.of(
                "firstName", "Ana",
                "lastName", "Stranger",
                "displayName", "Ana Stranger",
                "email", "ana@contoso.example");
        return PartnerFixture.admin()
                .body(body)
                .post(partners.partner().path("/users"))
                .then()
                .statusCode(201)
                .extract()
                .path("credentials");
    }

    private static List<Integer> asks(String userName, String password, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> me(userName, password).extract().statusCode())
                .toList();
    }

    private static ValidatableResponse me(String userName, String password) {
        return given().auth()
                .preemptive()
                .basic(userName, password)
                .get("/v1/me")
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return answer.statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("too-many-requests"))
                .body("detail", containsString("Repeat after 1 s."))
                .body("requestId", notNullValue());
    }
}
