package io.partnercompetencies.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.sync.MergeJob;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in with bearer tokens of an OpenID Connect provider. */
@QuarkusTest
@TestProfile(WithProvider.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokensTest {

    private static final TestProvider PROVIDER = new TestProvider(WithProvider.port());
    private static final String PROGRAMME = "programme-admin";

    @Inject
    Database database;

    @Inject
    WorkAccounts workAccounts;

    @Inject
    MergeJob merges;

    @Inject
    SettableClock clock;

    private String organizationId;
    private String userId;
    private String userName;

    @AfterAll
    static void stop() {
        PROVIDER.down();
    }

    @Test
    @Order(1)
    void the_service_starts_without_the_provider_and_signs_people_in_once_it_is_there() throws Exception {
        var token = PROVIDER.token(operator());
        unavailable(bearer(token));
        given().get("/q/health/ready").then().statusCode(200);
        PROVIDER.up();
        bearer(token).statusCode(200);
    }

    @Test
    void a_token_of_the_programme_opens_what_its_roles_open() {
        bearer(PROVIDER.token(operator()))
                .statusCode(200)
                .body("userName", equalTo("operator"))
                .body("inOrganization", equalTo(false))
                .body("roles", containsInAnyOrder(PROGRAMME));
        bearer(PROVIDER.token(PROVIDER.claims("machine", "learning-provider"))).statusCode(403);
        bearer(PROVIDER.token(PROVIDER.claims("nobody", "offline_access", "superuser")))
                .statusCode(403);
    }

    @Test
    void an_organization_s_roles_are_worth_nothing_without_an_organization() {
        me(PROVIDER.claims("ana", "global-admin", "learning-provider"))
                .statusCode(200)
                .body("roles", containsInAnyOrder("learning-provider"));
    }

    @Test
    void an_integration_of_an_organization_is_no_employee_and_never_the_programme() {
        employee();
        var claims = PROVIDER.claims("machine", "report-viewer", PROGRAMME);
        claims.put("organization_id", organizationId);
        me(claims).statusCode(200).body("roles", containsInAnyOrder("report-viewer"));
        bearer(PROVIDER.token(claims)).statusCode(403);
    }

    @Test
    void an_employee_who_leaves_is_refused_at_the_next_call_though_the_token_still_runs() {
        employee("global-admin");
        var token = PROVIDER.token(claims("global-admin", "user"));
        me(token)
                .statusCode(200)
                .body("userName", equalTo(userName))
                .body("roles", containsInAnyOrder("global-admin", "user"));
        asOperator().delete(employeePath()).then().statusCode(204);
        refused(me(token)).body("detail", containsString("has left"));
    }

    @Test
    void a_token_that_names_an_organization_opens_the_one_that_it_is_part_of_by_now() throws Throwable {
        employee("global-admin");
        var token = PROVIDER.token(claims("global-admin"));
        var machine = PROVIDER.claims("machine", "report-viewer");
        machine.put("organization_id", organizationId);
        var absorbed = organizationId;
        employee();
        asOperator().delete(employeePath()).then().statusCode(204);
        asOperator()
                .body(Map.of("absorbedOrganizationId", absorbed))
                .post("/v1/organizations/" + organizationId + "/merge")
                .then()
                .statusCode(202);
        VertxContextSupport.subscribeAndAwait(() -> merges.runOnce(clock.instant()));

        for (var bearer : List.of(token, PROVIDER.token(machine))) {
            for (var address : List.of(organizationId, absorbed)) {
                given().auth()
                        .oauth2(bearer)
                        .get("/v1/organizations/" + address + "/competencies")
                        .then()
                        .statusCode(200);
            }
            given().auth()
                    .oauth2(bearer)
                    .get("/v1/me")
                    .then()
                    .statusCode(200)
                    .body("organization.id", equalTo(organizationId));
        }
    }

    @Test
    void a_role_counts_that_both_the_provider_and_the_service_give() {
        employee("global-admin", "report-viewer");
        me(claims("global-admin", "mpn-partner-admin", PROGRAMME, "learning-provider"))
                .body("roles", containsInAnyOrder("global-admin", "user"));
        asOperator()
                .body(Map.of("roles", List.of("report-viewer")))
                .patch(employeePath())
                .then()
                .statusCode(200);
        me(claims("global-admin")).body("roles", containsInAnyOrder("user"));
    }

    @Test
    void a_user_of_another_organization_than_the_token_s_is_refused() {
        employee("global-admin");
        var claims = claims("global-admin");
        claims.put("organization_id", UUID.randomUUID().toString());
        refused(me(claims));
        claims.remove("organization_id");
        refused(me(claims)).body("detail", containsString("no organization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711", "1-1-1-1-1", "0199aa3c-7f10-7c55-8d0e-3f5b8f6f2a1x", "' or true --", "null"})
    void an_id_that_is_none_is_refused(String id) {
        for (var claim : new String[] {"organization_id", "user_id"}) {
            var claims = claims("global-admin");
            claims.put("organization_id", UUID.randomUUID().toString());
            claims.put(claim, id);
            refused(me(claims)).body("detail", containsString("The claim " + claim + " of the token is not a UUID"));
        }
    }

    @Test
    void an_id_of_another_kind_than_text_is_refused() {
        for (var id : new Object[] {4711, true, Map.of("a", 1), List.of("a", "b")}) {
            var claims = claims("global-admin");
            claims.put("organization_id", id);
            refused(me(claims));
        }
    }

    @Test
    void an_expired_token_is_said_to_have_expired() {
        var claims = operator();
        claims.put("exp", Instant.now().getEpochSecond() - 1);
        refused(bearer(PROVIDER.token(claims))).body("detail", containsString("has expired"));
    }

    @Test
    void a_token_for_another_service_is_refused() {
        var claims = operator();
        claims.put("aud", "another-service");
        refused(bearer(PROVIDER.token(claims))).body("detail", containsString("another service"));
        claims.remove("aud");
        refused(bearer(PROVIDER.token(claims))).body("detail", containsString("another service"));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        var claims = operator();
        claims.put("iss", "https://sign-in.fabrikam.example/realms/tests");
        refused(bearer(PROVIDER.token(claims))).body("detail", containsString("another issuer"));
        claims.remove("iss");
        refused(bearer(PROVIDER.token(claims)));
    }

    @Test
    void a_token_without_an_end_or_for_nobody_is_refused() {
        var endless = operator();
        endless.remove("exp");
        refused(bearer(PROVIDER.token(endless)));
        var nobody = operator();
        nobody.remove("sub");
        nobody.remove("preferred_username");
        refused(bearer(PROVIDER.token(nobody)));
        var later = operator();
        later.put("nbf", Instant.now().getEpochSecond() + 3_600);
        refused(bearer(PROVIDER.token(later))).body("detail", not(equalTo(null)));
    }

    @Test
    void a_token_that_the_provider_has_not_signed_is_refused() {
        refused(bearer(PROVIDER.unsigned(operator())));
        refused(bearer(PROVIDER.withThePublicKeyAsSecret(operator())));
        refused(bearer(new TestProvider(WithProvider.port()).token(operator())));
        var parts = PROVIDER.token(PROVIDER.claims("ana", "user")).split("\\.");
        var other = PROVIDER.token(operator()).split("\\.");
        refused(bearer(parts[0] + "." + other[1] + "." + parts[2]));
        refused(bearer(other[0] + "." + other[1] + "."));
        refused(bearer(other[0] + "." + other[1] + ".AAAA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer x.y",
                "Bearer x.y.z",
                "Bearer ..",
                "Bearer e30.e30.e30",
                "Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA",
                "Bearer eyJhbGciOjF9.e30.AAAA",
                "Bearer bnVsbA.bnVsbA.AAAA",
                "Bearer W10.W10.AAAA",
                "Bearer x.y.z.u.v",
                "Bearer x.y.z x.y.z",
                "bearer x.y.z",
                "Basic x.y.z",
                "DPoP x.y.z",
                "x",
                ""
            })
    void garbage_is_refused(String header) {
        refused(given().header("Authorization", header).get("/v1/test/access").then());
    }

    @Test
    void a_long_token_is_refused() {
        refused(bearer("x".repeat(10_000)));
        refused(bearer("x".repeat(5_000) + "." + "y".repeat(4_000) + "." + "z".repeat(1_000)));
    }

    @Test
    void two_headers_and_none_are_refused() {
        var token = PROVIDER.token(operator());
        given().header("Authorization", "Bearer " + token, "Bearer " + token)
                .get("/v1/test/access")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"))
                .body("detail", containsString("one Authorization header"));
        refused(given().get("/v1/test/access").then()).body("detail", containsString("Authorization: Bearer"));
    }

    @Test
    void the_built_in_accounts_are_off() {
        refused(given().auth()
                        .preemptive()
                        .basic("admin", "of-the-tests")
                        .get("/v1/test/access")
                        .then())
                .body("detail", containsString("bearer token"));
    }

    @Test
    void no_answer_repeats_the_token() {
        var claims = operator();
        claims.put("exp", 1);
        var token = PROVIDER.token(claims);
        refused(bearer(token)).body(not(containsString(token.substring(0, 20))));
    }

    @Test
    void keys_are_changed_without_a_restart_and_the_old_ones_end() {
        var old = PROVIDER.token(operator());
        bearer(old).statusCode(200);
        PROVIDER.rotate();
        bearer(PROVIDER.token(operator())).statusCode(200);
        refused(bearer(old));
    }

    @Test
    void while_the_provider_is_down_known_keys_go_on_working() throws Exception {
        var known = PROVIDER.token(operator());
        bearer(known).statusCode(200);
        PROVIDER.down();
        try {
            PROVIDER.rotate();
            bearer(known).statusCode(200);
            unavailable(bearer(PROVIDER.token(operator())));
        } finally {
            PROVIDER.up();
        }
        bearer(PROVIDER.token(operator())).statusCode(200);
    }

    @Test
    void a_new_employee_is_registered_and_gets_no_password() {
        employee()
                .body("credentials.userName", not(equalTo(null)))
                .body("credentials.temporaryPassword", equalTo(null));
    }

    @Test
    void passwords_are_reset_where_they_are_kept() {
        employee();
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> database.transaction(
                        () -> workAccounts.reset(UUID.fromString(organizationId), UUID.fromString(userId), null))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Reset it there")
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo(Code.PASSWORDS_KEPT_ELSEWHERE);
    }

    /** Made by the operator. */
    private ValidatableResponse employee(String... roles) {
        organizationId = asOperator()
                .body(Map.of(
                        "mpnId", "mpn-" + UUID.randomUUID(), "name", "Contoso", "country", "ES", "market", "DEVELOPED"))
                .post("/v1/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var made = asOperator()
                .body(Map.of(
                        "firstName",
                        "Ana",
                        "lastName",
                        "C",
                        "displayName",
                        "Ana",
                        "email",
                        "ana@contoso.example",
                        "roles",
                        roles))
                .post("/v1/organizations/" + organizationId + "/users")
                .then()
                .statusCode(201);
        userId = made.extract().path("id");
        userName = made.extract().path("credentials.userName");
        return made;
    }

    private String employeePath() {
        return "/v1/organizations/" + organizationId + "/users/" + userId;
    }

    private static RequestSpecification asOperator() {
        return given().header("Authorization", "Bearer " + PROVIDER.token(operator()))
                .contentType("application/json");
    }

    /** Of the employee. */
    private Map<String, Object> claims(String... roles) {
        var claims = PROVIDER.claims("ana", roles);
        claims.put("organization_id", organizationId);
        claims.put("user_id", userId);
        return claims;
    }

    private static Map<String, Object> operator() {
        return PROVIDER.claims("operator", PROGRAMME);
    }

    private static ValidatableResponse me(Map<String, Object> claims) {
        return me(PROVIDER.token(claims));
    }

    private static ValidatableResponse me(String token) {
        return given().header("Authorization", "Bearer " + token).get("/v1/me").then();
    }

    private static ValidatableResponse bearer(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/v1/test/access")
                .then();
    }

    private static ValidatableResponse unavailable(ValidatableResponse answer) {
        return answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", not(equalTo(null)))
                .body("code", equalTo("identity-provider-unavailable"));
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return answer.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"Partner Competencies\""))
                .body("code", equalTo("unauthenticated"));
    }
}
