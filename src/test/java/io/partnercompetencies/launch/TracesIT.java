package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Switched on by the environment, the service goes on with the traces of its callers, down to the statements. */
class TracesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    private static final String PASSWORD = "secret-of-the-admin";

    @TempDir
    Path data;

    @Test
    void a_call_its_statements_and_its_log_line_are_one_trace_that_names_nobody() throws Exception {
        try (var receiver = new SpanReceiver();
                var service = PackagedService.start(settings(receiver))) {
            var company = FirstCompany.in(service.baseUrl(), PASSWORD);
            admin(service)
                    .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                    .header("User-Agent", "the browser of zoe")
                    .get(company + "/users?q=zoe@contoso.example")
                    .then()
                    .statusCode(200);
            admin(service).body("{\"email\":\"zoe@contoso.example").post(company + "/users");
            admin(service).get(company + "/users/zoe@contoso.example");

            assertThat(Waiting.until(PATIENCE, () -> isComplete(receiver)))
                    .as("%s", receiver.of(TRACE))
                    .isTrue();
            var call = receiver.of(TRACE).stream()
                    .filter(TracesIT::isCall)
                    .findFirst()
                    .orElseThrow();
            assertThat(call.getName()).isEqualTo("GET /v1/organizations/{organizationId}/users");
            assertThat(SpanReceiver.hex(call.getParentSpanId().toByteArray())).isEqualTo(CALLER);
            assertThat(SpanReceiver.attributes(call))
                    .containsEntry("http.route", "/v1/organizations/{organizationId}/users")
                    .containsEntry("url.query", "-")
                    .containsEntry("url.path", "-")
                    .containsEntry("user_agent.original", "-");
            assertThat(receiver.of(TRACE))
                    .filteredOn(TracesIT::isStatement)
                    .isNotEmpty()
                    .allSatisfy(statement -> {
                        assertThat(statement.getParentSpanId()).isEqualTo(call.getSpanId());
                        assertThat(SpanReceiver.attributes(statement)).containsKey("db.statement");
                    });

            assertThat(Waiting.until(PATIENCE, () -> hasRunOfTheJob(receiver))).isTrue();
            assertThat(receiver.all())
                    .noneMatch(span -> span.toString().matches("(?s).*(zoe|contoso\\.example|secret-of).*"));
            assertThat(service.output().lines())
                    .anyMatch(line -> line.contains("access-log") && line.contains("\"traceId\":\"" + TRACE + "\""));
        }
    }

    private Map<String, String> settings(SpanReceiver receiver) {
        return Map.of(
                "COMPETENCIES_DATA_DIR", data.toString(),
                "COMPETENCIES_SYNC_EVERY", "1s",
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true",
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "PT0.2S");
    }

    private static RequestSpecification admin(PackagedService service) {
        return given().baseUri(service.baseUrl())
                .auth()
                .preemptive()
                .basic("admin", PASSWORD)
                .contentType("application/json");
    }

    private static boolean isComplete(SpanReceiver receiver) {
        var spans = receiver.of(TRACE);
        return spans.stream().anyMatch(TracesIT::isCall) && spans.stream().anyMatch(TracesIT::isStatement);
    }

    private static boolean hasRunOfTheJob(SpanReceiver receiver) {
        return receiver.all().stream()
                .anyMatch(span ->
                        span.getName().contains("SyncJob") || span.getName().equals("sync"));
    }

    private static boolean isCall(Span span) {
        return span.getKind() == SpanKind.SPAN_KIND_SERVER;
    }

    private static boolean isStatement(Span span) {
        return span.getKind() == SpanKind.SPAN_KIND_CLIENT
                && SpanReceiver.attributes(span).keySet().stream().anyMatch(name -> name.startsWith("db."));
    }
}
