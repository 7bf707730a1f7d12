package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package under more clients than it can serve, and told to stop while it serves some (S5). */
class OverloadIT {

    private static final int CLIENTS = 2000;
    private static final Duration HAMMERING = Duration.ofSeconds(5);
    private static final Duration PROBE = Duration.ofSeconds(3);
    private static final String PASSWORD = "of-the-tests";
    private static final String ME = "/v1/me";
    /** With statements of its own: that which looks the account up is shared by all of them. */
    private static final String ORGANIZATIONS = "/v1/organizations?size=1";

    @TempDir
    Path data;

    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicBoolean sending = new AtomicBoolean(true);
    private Vertx vertx;
    private HttpClient client;
    private PackagedService service;

    @BeforeEach
    void start() throws Exception {
        service = PackagedService.start(Map.of(
                "COMPETENCIES_DATA_DIR", data.toString(),
                "COMPETENCIES_ACCESS_BCRYPT_COST", "6",
                "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
                "COMPETENCIES_DATABASE_LONGEST_QUEUE", "50",
                "QUARKUS_SHUTDOWN_DELAY", "2S"));
        vertx = Vertx.vertx();
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CLIENTS));
    }

    @AfterEach
    void stop() {
        sending.set(false);
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        service.close();
    }

    @Test
    void two_thousand_clients_are_served_or_turned_away_and_it_stays_alive_and_ready() throws Exception {
        assertThat(admin().get(ME).statusCode()).isEqualTo(200);
        for (int i = 0; i < CLIENTS; i++) {
            call(ORGANIZATIONS);
        }
        long end = System.nanoTime() + HAMMERING.toNanos();
        int probes = 0;
        while (System.nanoTime() - end < 0) {
            for (var path : new String[] {"/q/health/live", "/q/health/ready"}) {
                long asked = System.nanoTime();
                assertThat(service.status(path)).as(path).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).as(path).isLessThan(PROBE);
                probes++;
            }
        }
        sending.set(false);
        assertThat(probes).isGreaterThan(4);
        assertThat(answers).containsOnlyKeys("200", "503 overloaded, again after 5");
        assertThat(Waiting.until(PROBE, () -> admin().get(ME).statusCode() == 200))
                .isTrue();
    }

    @Test
    void told_to_stop_it_is_unready_first_and_nobody_is_cut_off() throws Exception {
        try (var upload = new SlowUpload(service.baseUrl(), organization(), PASSWORD)) {
            upload.begin();
            for (int i = 0; i < 20; i++) {
                call(ME);
            }
            assertThat(Waiting.until(PROBE, () -> answers.containsKey("200"))).isTrue();
            var stopped = new Thread(service::stop);
            stopped.start();
            assertThat(Waiting.until(PROBE, () -> service.status("/q/health/ready") == 503))
                    .isTrue();
            assertThat(service.status("/q/health/live")).isEqualTo(200);
            assertThat(Waiting.until(PROBE, () -> answers.containsKey("200, the last one here")))
                    .isTrue();
            // As whoever has been told so by the readiness.
            sending.set(false);
            Thread.sleep(Duration.ofSeconds(3).toMillis());
            assertThat(service.isAlive()).isTrue();
            assertThat(upload.end()).startsWith("HTTP/1.1 202");
            stopped.join();
            assertThat(answers).containsOnlyKeys("200", "200, the last one here");
        }
    }

    /** And again, as soon as it is answered. */
    private void call(String path) {
        if (!sending.get()) {
            return;
        }
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(service.baseUrl() + path)
                .putHeader("Authorization", SlowUpload.basic(PASSWORD));
        client.request(options)
                .compose(request -> request.send())
                .compose(answer -> answer.body().map(body -> told(answer)))
                .otherwise(failure -> sending.get() ? "cut off: " + failure : "200")
                .onSuccess(what -> {
                    answers.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
                    call(path);
                });
    }

    private static String told(HttpClientResponse answer) {
        var parts = new ArrayList<String>();
        parts.add(String.valueOf(answer.statusCode()));
        if (answer.statusCode() == 503) {
            parts.set(0, "503 overloaded");
            parts.add("again after " + answer.getHeader("Retry-After"));
        }
        if ("close".equalsIgnoreCase(answer.getHeader("Connection"))) {
            parts.add("the last one here");
        }
        return String.join(", ", parts);
    }

    private RequestSpecification admin() {
        return given().baseUri(service.baseUrl()).auth().preemptive().basic("admin", PASSWORD);
    }

    private String organization() {
        return admin().contentType("application/json")
                .body(Map.of("mpnId", "4711", "name", "Contoso", "country", "ES", "market", "DEVELOPED"))
                .post("/v1/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
