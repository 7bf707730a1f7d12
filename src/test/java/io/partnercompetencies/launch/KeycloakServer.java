package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Keycloak of its own, with the realm that is delivered. It can be killed and started again, and remembers. */
final class KeycloakServer implements AutoCloseable {

    static final String SECRET_OF_SERVICES = "secret-of-the-tests";
    static final String OPERATORS_FIRST_PASSWORD = "first-password-of-the-tests";
    static final String PORTAL = "http://localhost:8081";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path home;
    private final int port;
    private final Path output;
    private Process process;

    KeycloakServer(Path home) throws IOException {
        this.home = home;
        this.port = ServerSettings.freePort();
        this.output = Files.createTempFile("keycloak", ".log");
        Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                Path.of("deploy", "keycloak", "realm.json"),
                home.resolve("data/import/realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/partners";
    }

    void start() throws IOException {
        var builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "PORTAL_URL", PORTAL,
                        "OPERATOR_PASSWORD", OPERATORS_FIRST_PASSWORD,
                        "LEARNING_PROVIDER_SECRET", SECRET_OF_SERVICES,
                        "PERFORMANCE_PROVIDER_SECRET", SECRET_OF_SERVICES,
                        "COMPETENCIES_ACCOUNTS_SECRET", SECRET_OF_SERVICES,
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "root",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", "root"));
        process = builder.start();
        if (!Waiting.until(PATIENCE, () -> !process.isAlive() || answers()) || !process.isAlive()) {
            throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(output));
        }
    }

    private boolean answers() {
        try {
            return given().get(issuer() + "/.well-known/openid-configuration").statusCode() == 200;
        } catch (Exception e) {
            return false;
        }
    }

    /** The script's Java, too. */
    void kill9() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** The access token of an integration. */
    String tokenOf(String client) {
        return given().formParams(Map.of(
                        "grant_type", "client_credentials", "client_id", client, "client_secret", SECRET_OF_SERVICES))
                .post(issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Of the administrator of Keycloak itself, whose realm is another. */
    String tokenOfRoot() {
        return given().formParams(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "root", "password", "root"))
                .post(issuer().replace("/partners", "/master") + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    RequestSpecification admin() {
        return given().baseUri(issuer().replace("/realms/", "/admin/realms/"))
                .auth()
                .oauth2(tokenOfRoot())
                .contentType("application/json");
    }

    JsonPath user(String userName) {
        return admin().get("/users?exact=true&briefRepresentation=false&username=" + userName)
                .jsonPath();
    }

    List<String> rolesOf(String userName) {
        String id = user(userName).get("[0].id");
        return admin().get("/users/" + id + "/role-mappings/realm").jsonPath().getList("name");
    }

    /** Signs with a new key, and no longer knows those it had. */
    void changeKeys() {
        var query = "/components?type=org.keycloak.keys.KeyProvider";
        List<String> old = admin().get(query).jsonPath().getList("findAll { it.providerId == 'rsa-generated' }.id");
        String realm = admin().get("").jsonPath().get("id");
        admin().body(Map.of(
                        "name",
                        "key-" + System.nanoTime(),
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "parentId",
                        realm,
                        "config",
                        Map.of("priority", List.of("200"))))
                .post("/components")
                .then()
                .statusCode(201);
        old.forEach(id -> admin().delete("/components/" + id).then().statusCode(204));
    }

    void tokensLast(Duration time) {
        admin().body(Map.of("accessTokenLifespan", time.toSeconds()))
                .put("")
                .then()
                .statusCode(204);
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill9();
        }
    }
}
