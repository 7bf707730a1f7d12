package io.partnercompetencies.achievement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.PackagedService;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service ends what it has accepted, whenever it dies. */
class AchievementImportIT {

    private static final int ROWS = 60_000;

    @TempDir
    Path data;

    @Test
    void an_import_that_a_crash_interrupts_goes_on_after_the_restart() throws Exception {
        String address;
        try (var service = PackagedService.start(settings())) {
            address = admin(service)
                    .contentType("text/csv")
                    .body(file().getBytes(StandardCharsets.UTF_8))
                    .post("/v1/achievement-imports")
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            assertThat(eventually(() -> (int) admin(service).get(address).path("processedRows") > 500))
                    .isTrue();
            service.kill9();
        }
        try (var service = PackagedService.start(settings())) {
            int left = admin(service).get(address).path("processedRows");
            assertThat(left).as("rows before the crash").isLessThan(ROWS);
            assertThat(eventually(() -> admin(service).get(address).path("finishedAt") != null))
                    .isTrue();
            Map<String, Object> state = admin(service).get(address).path("");
            assertThat(state)
                    .containsEntry("status", "FINISHED")
                    .containsEntry("createdRows", ROWS)
                    .containsEntry("processedRows", ROWS);
            var log = admin(service).get(address + "/log").asString().split("\r\n");
            assertThat(Arrays.stream(log).skip(1))
                    .hasSize(ROWS)
                    .allMatch(line -> line.matches("[0-9]+,n[0-9]+@outlook.example,70-[0-9]+,CREATED,[0-9a-f-]{36},"));
            for (int i = 0; i < 20_000; i += 4_999) {
                int earned = admin(service)
                        .get("/v1/achievements?account=n" + i + "@outlook.example")
                        .path("totalCount");
                assertThat(earned).isEqualTo(3);
            }
        }
    }

    private static String file() {
        return IntStream.range(0, ROWS)
                .mapToObj(i ->
                        "n%d@outlook.example,EXAM,70-%d,2026-10-02T15:30:00Z".formatted(i % 20_000, 345 + i / 20_000))
                .collect(Collectors.joining("\n", "account,type,credential,achievedAt\n", "\n"));
    }

    private Map<String, String> settings() {
        return Map.of(
                "COMPETENCIES_DATA_DIR",
                data.toString(),
                "COMPETENCIES_ACHIEVEMENT_IMPORTS_BATCH_SIZE",
                "200",
                "COMPETENCIES_ACHIEVEMENT_IMPORTS_LANES",
                "2",
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD",
                "of-the-tests");
    }

    private static RequestSpecification admin(PackagedService service) {
        return given().baseUri(service.baseUrl()).auth().preemptive().basic("admin", "of-the-tests");
    }

    /** Whether it becomes true within two minutes. */
    private static boolean eventually(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }
}
