package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log in production: ten thousand lines that machines can read, each with the ids of its request, and nobody's data. */
class LogsIT {

    private static final int LINES = 10_000;
    private static final int PEOPLE = 40;

    /** What the database's driver prints past all logging when a machine stands still and the server ends a transaction. */
    private static final String OF_THE_DRIVER = "io.vertx.pgclient.PgException: FATAL: ";

    /** In the sentence about an address that is none. */
    private static final String EXAMPLE = "ana@example.com";

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    Path data;

    @Test
    void ten_thousand_lines_say_which_request_and_never_who() throws Exception {
        try (var service = PackagedService.start(settings())) {
            var run = new LoggedRun(service.baseUrl());
            for (int i = 0; i < PEOPLE; i++) {
                run.person(i);
            }
            run.untilCalls(LINES);
            service.stop();
            var log = service.output();

            var lines = log.lines()
                    .filter(line -> !line.startsWith(OF_THE_DRIVER))
                    .map(LogsIT::line)
                    .toList();
            assertThat(lines).hasSizeGreaterThan(LINES);
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.path("timestamp").asText()).startsWith("20");
                assertThat(line.path("level").asText()).isNotEmpty();
                assertThat(line.path("message").asText()).isNotEmpty();
            });
            assertIds(lines, run.journeys());
            assertThat(log.lines().filter(line -> line.replace(EXAMPLE, "").contains("@")))
                    .isEmpty();
            for (var word : run.personal()) {
                assertThat(log.contains(word))
                        .as("somebody's %s in the log", word)
                        .isFalse();
            }
        }
    }

    /** What the service itself has to say of requests as well: it is asked for more than in production. */
    private Map<String, String> settings() {
        return Map.of(
                "COMPETENCIES_DATA_DIR", data.toString(),
                "COMPETENCIES_SYNC_DELAY", "PT2S",
                "COMPETENCIES_SYNC_EVERY", "1s",
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD", LoggedRun.PASSWORD,
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true",
                "QUARKUS_LOG_CATEGORY__IO_PARTNERCOMPETENCIES__LEVEL", "DEBUG");
    }

    private static JsonNode line(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private static void assertIds(List<JsonNode> lines, Map<String, String> journeys) {
        var calls = lines.stream()
                .filter(line -> line.path("loggerName").asText().endsWith("access-log"))
                .map(line -> line.path("mdc"))
                .toList();
        assertThat(calls).extracting(ids -> ids.path("requestId").asText()).containsAll(journeys.keySet());
        assertThat(calls)
                .filteredOn(ids -> journeys.containsKey(ids.path("requestId").asText()))
                .allSatisfy(ids -> assertThat(ids.path("correlationId").asText())
                        .isEqualTo(journeys.get(ids.path("requestId").asText())));
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().startsWith("Request "))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("message").asText())
                        .startsWith(
                                "Request " + line.path("mdc").path("requestId").asText()));
    }
}
