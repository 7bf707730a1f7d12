package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy that is told to stop says to a proxy that has another one. */
class StoppingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SEVERAL_RUNS = Duration.ofSeconds(3);
    private static final String PASSWORD = "of-the-tests";
    private static final Map<String, String> COMPANY =
            Map.of("mpnId", "4711", "name", "Contoso", "country", "ES", "market", "DEVELOPED");

    @TempDir
    Path data;

    @Test
    void what_comes_with_the_word_of_other_copies_is_left_to_them_all_else_is_served_and_no_job_begins()
            throws Exception {
        try (var service = PackagedService.start(Map.of(
                "COMPETENCIES_DATA_DIR",
                data.toString(),
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD",
                PASSWORD,
                "QUARKUS_SHUTDOWN_DELAY",
                "15S"))) {
            byProxy(service).get("/v1/organizations").then().statusCode(200);
            assertThat(Waiting.until(PATIENCE, () -> importRuns(service) > 0)).isTrue();
            var stopped = new Thread(service::stop);
            stopped.start();
            assertThat(Waiting.until(PATIENCE, () -> service.status("/q/health/ready") == 503))
                    .isTrue();
            byProxy(service)
                    .body(COMPANY)
                    .post("/v1/organizations")
                    .then()
                    .statusCode(502)
                    .header("Connection", equalToIgnoringCase("close"));
            byProxy(service).get("/v1/organizations").then().statusCode(502);
            directly(service).get("/v1/organizations").then().statusCode(200).body("totalCount", equalTo(0));
            directly(service).body(COMPANY).post("/v1/organizations").then().statusCode(201);
            double before = importRuns(service);
            assertThat(Waiting.until(SEVERAL_RUNS, () -> importRuns(service) > before))
                    .isFalse();
            stopped.join();
        }
    }

    private static double importRuns(PackagedService service) throws IOException {
        return service.metrics()
                .lines()
                .filter(line -> line.startsWith("competencies_job_run_seconds_count{name=\"import\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static RequestSpecification byProxy(PackagedService service) {
        return directly(service).header("X-Other-Copies", "yes");
    }

    private static RequestSpecification directly(PackagedService service) {
        return given().baseUri(service.baseUrl())
                .auth()
                .preemptive()
                .basic("admin", PASSWORD)
                .contentType("application/json");
    }
}
