package io.partnercompetencies.http;

import static io.partnercompetencies.http.Client.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {

    @Inject
    Clock clock;

    @Inject
    Database database;

    @Inject
    Idempotency idempotency;

    private final String key = UUID.randomUUID().toString();

    @Test
    void twenty_calls_at_once_with_one_key_create_once_and_all_get_the_same_answer() {
        int before = EchoResource.RUNS.get();
        var threads = Executors.newFixedThreadPool(20);
        var calls = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(key, "{\"code\":\"a\"}"), threads))
                .toList();
        var answers = calls.stream().map(CompletableFuture::join).toList();
        threads.shutdown();

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.path("id")).distinct()).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.path("secret") != null))
                .hasSize(1);
        assertThat(EchoResource.RUNS.get() - before).isEqualTo(1);
    }

    @Test
    void a_repeated_call_gets_the_first_answer_without_its_secret() {
        var first = post(key, "{\"code\":\"a\"}");
        first.then().statusCode(201).body("secret", equalTo("secret"));
        post(key, "{ \"code\" : \"a\" }")
                .then()
                .statusCode(201)
                .contentType("application/json")
                .header("Location", first.header("Location"))
                .body("id", equalTo(first.path("id")))
                .body("secret", nullValue());
    }

    @Test
    void calls_without_a_key_create_each_time() {
        int before = EchoResource.RUNS.get();
        for (int i = 0; i < 2; i++) {
            sending("{\"code\":\"a\"}").post("/v1/test/created").then().statusCode(201);
        }
        assertThat(EchoResource.RUNS.get() - before).isEqualTo(2);
    }

    @Test
    void the_same_key_for_another_body_is_refused() {
        post(key, "{\"code\":\"a\"}").then().statusCode(201);
        post(key, "{\"code\":\"b\"}").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_refused_call_leaves_its_key_free() {
        post(key, "{\"code\":\"refused\"}").then().statusCode(422).body("code", equalTo("invalid"));
        post(key, "{\"code\":\"a\"}").then().statusCode(201);
    }

    @Test
    void a_key_means_nothing_any_more_after_a_day() {
        var first = post(key, "{\"code\":\"a\"}");
        age(24);
        post(key, "{\"code\":\"b\"}").then().statusCode(201).body("secret", notNullValue());
        post(key, "{\"code\":\"b\"}").then().statusCode(201).body("secret", nullValue());
        assertThat(first.statusCode()).isEqualTo(201);
    }

    @Test
    void old_answers_are_forgotten_and_young_ones_kept() throws Throwable {
        var old = UUID.randomUUID().toString();
        post(old, "{\"code\":\"a\"}");
        post(key, "{\"code\":\"a\"}");
        run("update idempotency set created_at = created_at - interval '25 hours' where key = $1", old);
        var before = clock.instant().minus(24, ChronoUnit.HOURS);
        int forgotten = VertxContextSupport.subscribeAndAwait(() -> idempotency.forget(before));
        assertThat(forgotten).isGreaterThanOrEqualTo(1);
        post(key, "{\"code\":\"a\"}").then().statusCode(201).body("secret", nullValue());
        post(old, "{\"code\":\"a\"}").then().statusCode(201).body("secret", notNullValue());
    }

    @Test
    void a_key_is_one_to_255_printable_characters() {
        post("x".repeat(255), "{\"code\":\"a\"}").then().statusCode(201);
        for (var bad : new String[] {"x".repeat(256), "", "   ", "\u00e4"}) {
            post(bad, "{\"code\":\"a\"}").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        }
    }

    private void age(int hours) {
        run("update idempotency set created_at = created_at - make_interval(hours => $2) where key = $1", key, hours);
    }

    private void run(String sql, Object... arguments) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> database.read(sql, arguments));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response post(String key, String body) {
        return sending(body).header("Idempotency-Key", key).post("/v1/test/created");
    }
}
