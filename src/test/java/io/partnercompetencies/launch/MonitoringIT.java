package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.partnercompetencies.launch.PromQl.Selector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alert rules and the dashboard ask for what the service tells. */
class MonitoringIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void every_series_that_is_asked_for_is_told() throws Exception {
        var asked = Stream.concat(PromQl.ofTheRules(), PromQl.ofTheDashboard())
                .flatMap(expression -> PromQl.selectors(expression).stream())
                .filter(selector -> !selector.metric().equals("up"))
                .distinct()
                .toList();
        assertThat(asked).hasSizeGreaterThan(25);
        try (var service = PackagedService.start(Map.of(
                "COMPETENCIES_DATA_DIR", data.toString(),
                "COMPETENCIES_SYNC_EVERY", "1s",
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD", "of-the-tests"))) {
            FirstCompany.in(service.baseUrl(), "of-the-tests");
            Waiting.until(PATIENCE, () -> untold(asked, service).isEmpty());
            assertThat(untold(asked, service)).isEmpty();
        }
    }

    @Test
    void nothing_is_asked_for_that_is_no_series_of_the_service() {
        assertThat(Stream.concat(PromQl.ofTheRules(), PromQl.ofTheDashboard()))
                .allSatisfy(expression ->
                        assertThat(PromQl.strays(expression)).as(expression).isEmpty());
    }

    @Test
    void every_alert_says_what_it_means_and_what_to_do() {
        var alerts = rules("deploy/kubernetes/monitoring/alerts.yaml")
                .getSpec()
                .getGroups()
                .get(0)
                .getRules();
        assertThat(alerts).hasSizeGreaterThan(8).allSatisfy(alert -> {
            assertThat(alert.getAnnotations()).containsOnlyKeys("summary", "meaning", "action");
            assertThat(alert.getAnnotations().get("action")).endsWith(".");
            assertThat(alert.getLabels().get("severity")).isIn("critical", "warning");
            assertThat(alert.getFor()).isNotNull();
        });
    }

    @Test
    void the_operator_is_given_the_same_rules() throws Exception {
        var plain = new ObjectMapper(new YAMLFactory())
                .readTree(PromQl.FOLDER.resolve("alerts.yaml").toFile());
        var wrapped = new ObjectMapper(new YAMLFactory())
                .readTree(Manifests.FOLDER.resolve("monitoring/alerts.yaml").toFile());
        assertThat(wrapped.path("spec")).isEqualTo(plain);
    }

    private static PrometheusRule rules(String file) {
        return (PrometheusRule) Manifests.of(Manifests.text(Path.of(file)));
    }

    private static List<Selector> untold(List<Selector> asked, PackagedService service) {
        var told = given().baseUri(service.baseUrl())
                .get("/q/metrics")
                .asString()
                .lines()
                .toList();
        return asked.stream()
                .filter(selector -> told.stream().noneMatch(series -> isOf(selector, series)))
                .toList();
    }

    private static boolean isOf(Selector selector, String series) {
        return (series.startsWith(selector.metric() + "{") || series.startsWith(selector.metric() + " "))
                && selector.labels().entrySet().stream().allMatch(label -> has(label, series));
    }

    /** Prometheus adds whom it has asked. Whether a call has failed is not for this test to bring about. */
    private static boolean has(Map.Entry<String, String> label, String series) {
        return switch (label.getKey()) {
            case "job", "instance" -> true;
            case "status" -> series.contains("status=\"");
            default ->
                label.getValue() == null
                        ? series.contains(label.getKey() + "=\"")
                        : series.contains(label.getKey() + "=\"" + label.getValue() + "\"");
        };
    }
}
