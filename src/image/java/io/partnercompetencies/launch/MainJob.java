package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a partner does in its first year, over HTTP: two employees earn Messaging, Silver is bought, one of them leaves. */
final class MainJob {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PASSWORD = "of-the-image";

    private final PackagedService service;
    private final String partner = UUID.randomUUID().toString().substring(24);

    private MainJob(PackagedService service) {
        this.service = service;
    }

    /** Those without which the job would have to wait for a day. */
    static Map<String, String> settings() {
        return Map.of(
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
                "COMPETENCIES_SYNC_DELAY", "PT1S",
                "COMPETENCIES_SYNC_EVERY", "1s");
    }

    static void in(PackagedService service) throws IOException {
        new MainJob(service).run();
    }

    private void run() throws IOException {
        var path = "/v1/organizations/"
                + post(
                        "/v1/organizations",
                        Map.of("mpnId", partner, "name", "Contoso", "country", "ES", "market", "DEVELOPED"));
        earn(path, "ana");
        var leaver = earn(path, "bo");
        assertThat(Waiting.until(PATIENCE, () -> "QUALIFIED".equals(stage(path))))
                .isTrue();
        post(path + "/subscriptions", Map.of("level", "SILVER"));
        assertThat(stage(path)).isEqualTo("ACTIVE");
        admin().delete(path + "/users/" + leaver).then().statusCode(204);
        assertThat(stage(path)).isEqualTo("AT_RISK");
        admin().get(path + "/alerts").then().statusCode(200).body("items.cause", hasItem("USER_LEFT"));
        read(path);
        admin().get(path + "/users/" + partner).then().statusCode(404);
        admin().body("{}").post("/v1/organizations").then().statusCode(422);
    }

    /** @return the user */
    private String earn(String path, String name) {
        var person = name + "-" + partner;
        var user = post(
                path + "/users",
                Map.of("firstName", name, "lastName", "C", "displayName", name, "email", person + "@contoso.example"));
        var account = person + "@outlook.example";
        post(path + "/users/" + user + "/microsoft-accounts", Map.of("account", account, "kind", "LEARN"));
        for (var exam : List.of("70-345", "70-347")) {
            post(
                    "/v1/achievements",
                    Map.of(
                            "account",
                            account,
                            "type",
                            "EXAM",
                            "credential",
                            exam,
                            "achievedAt",
                            "2026-01-10T10:00:00Z"));
        }
        return user;
    }

    private void read(String path) {
        for (var part : List.of(
                "",
                "/users",
                "/achievements",
                "/competencies/messaging",
                "/membership",
                "/eligibility",
                "/forecast",
                "/subscriptions",
                "/audit-records")) {
            admin().get(path + part).then().statusCode(200);
        }
        admin().header("Accept", "text/csv")
                .get(path + "/skills-report")
                .then()
                .statusCode(200)
                .body(containsString("70-345"));
        admin().get("/v1/competencies").then().statusCode(200).body("totalCount", equalTo(18));
        for (var about : List.of("/q/health", "/q/metrics", "/q/openapi")) {
            given().baseUri(service.baseUrl()).get(about).then().statusCode(200);
        }
    }

    private String stage(String path) {
        return admin().get(path + "/competencies")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].levels[0].stage");
    }

    private String post(String path, Map<String, String> body) {
        return admin().body(body).post(path).then().statusCode(201).extract().path("id");
    }

    private RequestSpecification admin() {
        return given().baseUri(service.baseUrl())
                .auth()
                .preemptive()
                .basic("admin", PASSWORD)
                .contentType("application/json");
    }
}
