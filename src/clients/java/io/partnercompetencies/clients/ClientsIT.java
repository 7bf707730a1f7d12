package io.partnercompetencies.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.PackagedService;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that were generated from the document do the main job with the packaged service. */
class ClientsIT {

    private static final String PASSWORD = "of-the-tests";
    private static final Path DOCUMENT = Path.of("src", "main", "resources", "openapi", "openapi.yaml");
    private static final Path TYPESCRIPT = Path.of("target", "clients", "typescript", "dist", "main-job.js");

    private static final List<String> MAIN_JOB = List.of(
            "70-345 is PENDING",
            "70-347 is PENDING",
            "SILVER is QUALIFIED",
            "SILVER is ACTIVE and needs ana and bo",
            "SILVER is AT_RISK because of USER_LEFT");

    @TempDir
    static Path data;

    private static PackagedService service;

    @BeforeAll
    static void start() throws IOException {
        service = PackagedService.start(Map.of(
                "COMPETENCIES_DATA_DIR",
                data.toString(),
                "COMPETENCIES_SYNC_DELAY",
                "PT3S",
                "COMPETENCIES_SYNC_EVERY",
                "1s",
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD",
                PASSWORD));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_service_serves_the_document_that_the_clients_are_made_from() throws IOException {
        try (var served = URI.create(service.baseUrl() + "/q/openapi").toURL().openStream()) {
            assertThat(new String(served.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualToNormalizingNewlines(Files.readString(DOCUMENT));
        }
    }

    @Test
    void the_client_in_java_does_the_main_job() throws Exception {
        var said = new ArrayList<String>();
        new MainJob(service.baseUrl(), "admin", PASSWORD).run("4711", said::add);
        assertThat(said).containsExactlyElementsOf(MAIN_JOB);
    }

    @Test
    void the_client_in_typescript_does_the_main_job() throws Exception {
        var process = new ProcessBuilder("node", TYPESCRIPT.toString(), service.baseUrl(), "admin", PASSWORD, "4712")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines()).containsExactlyElementsOf(MAIN_JOB);
    }
}
