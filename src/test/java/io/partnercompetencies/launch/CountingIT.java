package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service counts what was acknowledged exactly once, whichever copy dies before the job has run. */
class CountingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void what_was_ingested_before_a_crash_counts_once_after_the_restart() throws Exception {
        String organization;
        try (var service = PackagedService.start(settings())) {
            organization = twoEmployeesWithBothExams(service);
            service.kill9();
        }
        try (var service = PackagedService.start(settings())) {
            assertCountedOnce(service, organization);
        }
    }

    @Test
    void what_one_copy_ingested_the_other_counts() throws Exception {
        try (var dying = PackagedService.start(settings());
                var surviving = PackagedService.start(settings())) {
            var organization = twoEmployeesWithBothExams(dying);
            dying.kill9();
            assertCountedOnce(surviving, organization);
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "COMPETENCIES_DATA_DIR",
                data.toString(),
                "COMPETENCIES_SYNC_DELAY",
                "PT2S",
                "COMPETENCIES_SYNC_EVERY",
                "1s",
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD",
                "of-the-tests");
    }

    private static RequestSpecification admin(PackagedService service) {
        return given().baseUri(service.baseUrl())
                .auth()
                .preemptive()
                .basic("admin", "of-the-tests")
                .contentType("application/json");
    }

    private static String twoEmployeesWithBothExams(PackagedService service) {
        var organization = post(
                service,
                "/v1/organizations",
                Map.of("mpnId", "4711", "name", "Contoso", "country", "ES", "market", "DEVELOPED"));
        for (var name : List.of("ana", "bo")) {
            var users = "/v1/organizations/" + organization + "/users";
            var user = post(
                    service,
                    users,
                    Map.of(
                            "firstName",
                            name,
                            "lastName",
                            "C",
                            "displayName",
                            name,
                            "email",
                            name + "@contoso.example"));
            var account = name + "@outlook.example";
            post(service, users + "/" + user + "/microsoft-accounts", Map.of("account", account, "kind", "LEARN"));
            for (var exam : List.of("70-345", "70-347")) {
                post(
                        service,
                        "/v1/achievements",
                        Map.of(
                                "account",
                                account,
                                "type",
                                "EXAM",
                                "credential",
                                exam,
                                "achievedAt",
                                Instant.parse("2026-01-10T10:00:00Z").toString()));
            }
        }
        return organization;
    }

    private static String post(PackagedService service, String path, Map<String, String> body) {
        return admin(service)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void assertCountedOnce(PackagedService service, String organization) throws Exception {
        var path = "/v1/organizations/" + organization;
        assertThat(Waiting.until(PATIENCE, () -> "QUALIFIED".equals(stage(service, path))))
                .as("Messaging SILVER becomes QUALIFIED")
                .isTrue();
        List<String> statuses =
                admin(service).get(path + "/achievements").then().extract().path("items.status");
        assertThat(statuses)
                .isEqualTo(IntStream.range(0, 4).mapToObj(i -> "COUNTED").toList());
        int counted = admin(service)
                .get(path + "/competencies/messaging")
                .then()
                .extract()
                .path("levels[0].options[0].proof.children[0].children[0].counted");
        assertThat(counted).isEqualTo(2);
    }

    private static String stage(PackagedService service, String path) {
        return admin(service).get(path + "/competencies").then().extract().path("items[0].levels[0].stage");
    }
}
