package io.partnercompetencies.user;

import static io.partnercompetencies.user.ImportFixture.eventually;
import static io.partnercompetencies.user.ImportFixture.file;
import static io.partnercompetencies.user.ImportFixture.row;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.PackagedService;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service ends what it has accepted, whenever it dies. */
class ImportIT {

    private static final int ROWS = 2000;

    @TempDir
    Path data;

    @Test
    void an_import_that_a_crash_interrupts_goes_on_after_the_restart() throws Exception {
        String address;
        String users;
        try (var service = PackagedService.start(settings())) {
            users = "/v1/organizations/" + organization(service) + "/users";
            address = admin(service)
                    .contentType("text/csv")
                    .body(file(ROWS, i -> row("n" + i)).getBytes(StandardCharsets.UTF_8))
                    .post(users.replace("/users", "/user-imports"))
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            assertThat(eventually(() -> processed(service, address) > 50)).isTrue();
            service.kill9();
        }
        try (var service = PackagedService.start(settings())) {
            assertThat(eventually(() -> admin(service).get(address).path("finishedAt") != null))
                    .isTrue();
            Map<String, Object> state = admin(service).get(address).path("");
            assertThat(state)
                    .containsEntry("status", "FINISHED")
                    .containsEntry("createdRows", ROWS)
                    .containsEntry("processedRows", ROWS);
            int employees = admin(service).get(users).path("totalCount");
            assertThat(employees).isEqualTo(ROWS);
            var log = admin(service).get(address + "/log").asString().split("\r\n");
            assertThat(Arrays.stream(log).skip(1))
                    .hasSize(ROWS)
                    .allMatch(line -> line.matches("[0-9]+,n[0-9]+@contoso.example,CREATED,[a-z0-9.-]+,[a-z0-9-]+,"));
        }
    }

    private static int processed(PackagedService service, String address) {
        int processed = admin(service).get(address).path("processedRows");
        assertThat(processed).as("rows before the crash").isLessThan(ROWS);
        return processed;
    }

    private Map<String, String> settings() {
        return Map.of(
                "COMPETENCIES_DATA_DIR",
                data.toString(),
                "COMPETENCIES_ACCESS_BCRYPT_COST",
                "6",
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD",
                "of-the-tests");
    }

    private static RequestSpecification admin(PackagedService service) {
        return given().baseUri(service.baseUrl()).auth().preemptive().basic("admin", "of-the-tests");
    }

    private static String organization(PackagedService service) {
        return admin(service)
                .contentType("application/json")
                .body(Map.of("mpnId", "4711", "name", "Contoso", "country", "ES", "market", "DEVELOPED"))
                .post("/v1/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
