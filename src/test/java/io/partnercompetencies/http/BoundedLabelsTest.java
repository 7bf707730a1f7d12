package io.partnercompetencies.http;

import static io.partnercompetencies.PartnerFixture.admin;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.partnercompetencies.Metrics;
import io.partnercompetencies.PartnerFixture;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, the series of the metrics are those that were known beforehand. */
@QuarkusTest
class BoundedLabelsTest {

    private static final int EACH = 50;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "OTHER");

    @Inject
    PartnerFixture partners;

    @Inject
    BoundedLabels labels;

    @TestHTTPResource
    URI service;

    @Test
    void no_odd_request_makes_a_series_of_its_own() throws Exception {
        for (int i = 0; i < EACH; i++) {
            send("odd" + i);
        }
        assertThat(Metrics.series()).noneMatch(series -> series.matches("(?i).*odd.*"));
        assertThat(labels("method")).contains("OTHER").isSubsetOf(METHODS);
        assertThat(labels("uri")).contains("UNKNOWN", "NOT_FOUND").isSubsetOf(addresses());
    }

    @Test
    void a_call_is_counted_by_its_route() {
        var contoso = partners.partner();
        double calls = count("/v1/organizations/{organizationId}/users");
        partners.get(contoso.path("/users?q=ana")).statusCode(200);
        assertThat(count("/v1/organizations/{organizationId}/users")).isEqualTo(calls + 1);
    }

    @Test
    void a_call_to_somebody_else_is_counted_without_the_ids_in_its_path() {
        var path = "/admin/realms/partners/users/" + UUID.randomUUID() + "/role-mappings/realm";
        var meter = new Meter.Id("http.client.requests", Tags.of("uri", path), null, null, Meter.Type.TIMER);
        assertThat(labels.map(meter).getTag("uri")).isEqualTo("/admin/realms/partners/users/{id}/role-mappings/realm");
    }

    private static double count(String route) {
        return Metrics.value("http_server_requests_seconds_count", "uri=\"" + route + "\"", "status=\"200\"");
    }

    private void send(String odd) throws IOException {
        given().get("/v1/" + odd);
        given().get("/" + odd);
        given().get("/q/health/group/" + odd);
        given().get("/q/metrics/" + odd);
        given().header("X-" + odd, odd).options("/v1/" + odd);
        given().header("Origin", "https://" + odd + ".example")
                .header("Access-Control-Request-Method", odd)
                .header("Access-Control-Request-Headers", odd)
                .options("/v1/" + odd);
        admin().get("/v1/organizations/" + odd);
        admin().get("/v1/organizations/" + UUID.randomUUID());
        admin().queryParam(odd, odd).get("/v1/organizations");
        answered(odd.toUpperCase() + " /v1/organizations HTTP/1.1");
        answered(odd.toUpperCase() + " /v1/" + odd + " HTTP/1.1");
        answered("GET /v1/{" + odd + "} HTTP/1.1");
        hangUp("POST /v1/" + odd + " HTTP/1.1");
    }

    private void answered(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(head(request, "Connection: close"));
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    /** In the middle of the body, which makes the service end the connection before it has answered. */
    private void hangUp(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(head(request, "Content-Length: 100"));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static byte[] head(String request, String header) {
        var credentials = Base64.getEncoder().encodeToString("admin:of-the-tests".getBytes(StandardCharsets.UTF_8));
        return (request + "\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Basic " + credentials
                        + "\r\n" + header + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Set<String> labels(String name) {
        var label = Pattern.compile(name + "=\"([^\"]*)\"");
        return Metrics.series().stream()
                .filter(series -> series.startsWith("http_server_requests"))
                .flatMap(series -> label.matcher(series).results())
                .map(found -> found.group(1))
                .collect(toSet());
    }

    /** All that the document names, those of other tests, and what stands for all others. */
    private static Set<String> addresses() {
        Map<String, ?> documented =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        var all = new HashSet<>(Set.of("UNKNOWN", "NOT_FOUND", "REDIRECTION", "root", "/cors-preflight"));
        all.addAll(documented.keySet());
        labels("uri").stream()
                .filter(address -> address.startsWith("/v1/test/"))
                .forEach(all::add);
        return all;
    }
}
