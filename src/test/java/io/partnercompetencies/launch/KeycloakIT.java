package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with a real Keycloak: bearer tokens only, and people of whom Keycloak keeps the passwords. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHOSEN = "a-password-of-my-own";

    @TempDir
    static Path data;

    private static KeycloakServer keycloak;
    private static PackagedService service;
    private static String operator;

    @BeforeAll
    static void start() throws IOException {
        keycloak = new KeycloakServer(Path.of(System.getProperty("keycloak.home")));
        service = PackagedService.start(settings(data));
        assertUnavailable(get("e30.e30.AAAA", "/v1/me"));
        keycloak.start();
        operator = Browser.signInFirst(
                keycloak.issuer(), "operator", KeycloakServer.OPERATORS_FIRST_PASSWORD, CHOSEN + "-operator");
    }

    @AfterAll
    static void stop() {
        service.close();
        keycloak.close();
    }

    private static Map<String, String> settings(Path folder) {
        return Map.of(
                "COMPETENCIES_DATA_DIR", folder.toString(),
                "COMPETENCIES_SYNC_DELAY", "PT2S",
                "COMPETENCIES_SYNC_EVERY", "1s",
                "COMPETENCIES_OIDC_ISSUER", keycloak.issuer(),
                "COMPETENCIES_OIDC_AUDIENCE", "partner-competencies",
                "COMPETENCIES_OIDC_ADMIN_CLIENT_ID", "competencies-accounts",
                "COMPETENCIES_OIDC_ADMIN_CLIENT_SECRET", KeycloakServer.SECRET_OF_SERVICES);
    }

    /** Somebody whom another has added. */
    private record Person(String organization, String id, String userName, String temporary) {

        String path() {
            return "/v1/organizations/" + organization + "/users/" + id;
        }

        String signInFirst() {
            return Browser.signInFirst(keycloak.issuer(), userName, temporary, CHOSEN);
        }
    }

    @Test
    @Order(1)
    void five_people_earn_a_competency_and_buy_the_membership() throws Exception {
        var organization = newOrganization();
        var path = "/v1/organizations/" + organization;
        var gina = add(operator, organization, "gina", "global-admin").signInFirst();
        var max = add(gina, organization, "max", "mpn-partner-admin").signInFirst();
        for (var name : List.of("ana", "bo")) {
            var employee = add(gina, organization, name);
            var account = name + "@outlook.example";
            as(employee.signInFirst())
                    .body(Map.of("account", account, "kind", "LEARN"))
                    .post(employee.path() + "/microsoft-accounts")
                    .then()
                    .statusCode(201);
            for (var exam : List.of("70-345", "70-347")) {
                as(keycloak.tokenOf("learning-provider"))
                        .body(Map.of(
                                "account",
                                account,
                                "type",
                                "EXAM",
                                "credential",
                                exam,
                                "achievedAt",
                                "2026-01-10T10:00:00Z"))
                        .post("/v1/achievements")
                        .then()
                        .statusCode(201);
            }
        }
        assertThat(Waiting.until(
                        PATIENCE,
                        () -> "QUALIFIED"
                                .equals(as(max).get(path + "/competencies")
                                        .jsonPath()
                                        .get("items[0].levels[0].stage"))))
                .as("Messaging SILVER becomes QUALIFIED")
                .isTrue();
        as(max).body(Map.of("level", "SILVER"))
                .post(path + "/subscriptions")
                .then()
                .statusCode(201)
                .body("status", equalTo("ACTIVE"));
        as(max).post("/v1/achievements").then().statusCode(403);
    }

    @Test
    @Order(2)
    void keycloak_has_the_accounts_as_the_service_says_they_are() {
        var organization = newOrganization();
        var leaver = add(operator, organization, "lea", "report-viewer");
        var made = keycloak.user(leaver.userName());
        assertThat(made.getList("[0].attributes.organization_id", String.class)).containsExactly(organization);
        assertThat(made.getList("[0].attributes.user_id", String.class)).containsExactly(leaver.id());
        assertThat(made.getList("[0].requiredActions", String.class)).containsExactly("UPDATE_PASSWORD");
        assertThat(keycloak.rolesOf(leaver.userName())).contains("user", "report-viewer");

        as(operator)
                .body(Map.of("roles", List.of("account-admin")))
                .patch(leaver.path())
                .then()
                .statusCode(200);
        assertThat(keycloak.rolesOf(leaver.userName()))
                .contains("user", "account-admin")
                .doesNotContain("report-viewer");

        var token = leaver.signInFirst();
        as(token).get("/v1/me").then().statusCode(200).body("user.id", equalTo(leaver.id()));
        as(operator).delete(leaver.path()).then().statusCode(204);
        refused(get(token, "/v1/me")).body("detail", containsString("has left"));
        assertThat(keycloak.user(leaver.userName()).getBoolean("[0].enabled")).isFalse();
    }

    @Test
    @Order(3)
    void the_same_person_works_for_two_partners() {
        var here = add(operator, newOrganization(), "ana");
        var there = add(operator, newOrganization(), "ana");
        assertThat(here.userName()).isNotEqualTo(there.userName());
    }

    @Test
    @Order(4)
    void a_broken_token_is_refused() throws Exception {
        var parts = operator.split("\\.");
        var header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        get(operator, "/v1/me").then().statusCode(200);
        refused(get(encoded(header.replace("RS256", "none")) + "." + parts[1] + ".", "/v1/me"));
        refused(get(parts[0] + "." + encoded(payload.replace("operator", "director")) + "." + parts[2], "/v1/me"));
        refused(get(parts[0] + "." + parts[1] + "." + parts[2].substring(4), "/v1/me"));
        refused(get(signedWithThePublicKey(payload), "/v1/me"));
        refused(get("x".repeat(10_000), "/v1/me"));
        refused(get(keycloak.tokenOf("competencies-accounts"), "/v1/me"))
                .body("detail", containsString("another service"));
        refused(get(keycloak.tokenOfRoot(), "/v1/me"));
        refused(given().baseUri(service.baseUrl())
                .auth()
                .preemptive()
                .basic("admin", "admin")
                .get("/v1/me"));
    }

    @Test
    @Order(5)
    void a_token_ends() throws Exception {
        keycloak.tokensLast(Duration.ofSeconds(2));
        var token = keycloak.tokenOf("learning-provider");
        keycloak.tokensLast(Duration.ofMinutes(5));
        assertThat(Waiting.until(PATIENCE, () -> get(token, "/v1/me").statusCode() == 401))
                .isTrue();
        refused(get(token, "/v1/me")).body("detail", containsString("has expired"));
    }

    @Test
    @Order(6)
    void keys_are_changed_without_a_restart() throws Exception {
        keycloak.changeKeys();
        var token = keycloak.tokenOf("learning-provider");
        assertThat(Waiting.until(PATIENCE, () -> get(token, "/v1/me").statusCode() == 200))
                .isTrue();
        refused(get(operator, "/v1/me"));
        operator = Browser.signIn(keycloak.issuer(), "operator", CHOSEN + "-operator");
        get(operator, "/v1/me").then().statusCode(200);
    }

    @Test
    @Order(7)
    void while_keycloak_is_down_known_keys_work_and_nobody_is_added_by_halves(@TempDir Path other) throws Exception {
        var organization = newOrganization();
        keycloak.kill9();
        get(operator, "/v1/me").then().statusCode(200);
        given().get(service.baseUrl() + "/q/health/ready").then().statusCode(200);
        var unknownKey = encoded("{\"alg\":\"RS256\",\"kid\":\"unknown\"}") + ".e30.AAAA";
        assertThat(Waiting.until(PATIENCE, () -> get(unknownKey, "/v1/me").statusCode() == 503))
                .isTrue();
        assertUnavailable(get(unknownKey, "/v1/me"));
        assertUnavailable(tryToAdd(operator, organization, "ana"));
        as(operator)
                .get("/v1/organizations/" + organization + "/users")
                .then()
                .statusCode(200)
                .body("totalCount", equalTo(0));
        try (var late = PackagedService.start(settings(other))) {
            assertUnavailable(as(late, operator).get("/v1/me"));
            keycloak.start();
            assertThat(Waiting.until(
                            PATIENCE, () -> as(late, operator).get("/v1/me").statusCode() == 200))
                    .isTrue();
        }
        add(operator, organization, "ana");
    }

    private static String newOrganization() {
        return as(operator)
                .body(Map.of(
                        "mpnId", "mpn-" + System.nanoTime(), "name", "Contoso", "country", "ES", "market", "DEVELOPED"))
                .post("/v1/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Person add(String token, String organization, String name, String... roles) {
        var made = tryToAdd(token, organization, name, roles)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Person(
                organization,
                made.get("id"),
                made.get("credentials.userName"),
                made.get("credentials.temporaryPassword"));
    }

    private static Response tryToAdd(String token, String organization, String name, String... roles) {
        var person = new HashMap<String, Object>(
                Map.of("firstName", name, "lastName", "C", "displayName", name, "email", name + "@contoso.example"));
        person.put("roles", roles);
        return as(token).body(person).post("/v1/organizations/" + organization + "/users");
    }

    private static RequestSpecification as(String token) {
        return as(service, token);
    }

    private static RequestSpecification as(PackagedService service, String token) {
        return given().baseUri(service.baseUrl())
                .header("Authorization", "Bearer " + token)
                .contentType("application/json");
    }

    private static Response get(String token, String path) {
        return as(token).get(path);
    }

    private static ValidatableResponse refused(Response answer) {
        return answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"Partner Competencies\""))
                .body("code", equalTo("unauthenticated"));
    }

    private static void assertUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("identity-provider-unavailable"));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signedWithThePublicKey(String payload) throws Exception {
        Map<String, Object> shown = given().get(keycloak.issuer() + "/protocol/openid-connect/certs")
                .jsonPath()
                .getMap("keys.find { it.use == 'sig' }");
        var key = PublicJsonWebKey.Factory.newPublicJwk(shown);
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("HS256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        jws.setPayload(payload);
        return jws.getCompactSerialization();
    }
}
