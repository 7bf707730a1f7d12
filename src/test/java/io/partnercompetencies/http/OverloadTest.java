package io.partnercompetencies.http;

import static io.partnercompetencies.PartnerFixture.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.TestDatabase;
import io.partnercompetencies.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More calls than the database serves (S5): four at once and two that wait, in these tests. */
@QuarkusTest
@TestProfile(OtherEdge.class)
class OverloadTest {

    private static final int ADMITTED = 6;

    @Inject
    PartnerFixture partners;

    @Inject
    Database database;

    @Test
    void who_comes_on_top_is_turned_away_while_health_and_the_jobs_go_on() throws Throwable {
        var path = partners.partner().path("/competencies");
        var threads = Executors.newFixedThreadPool(ADMITTED);
        try (var other = TestDatabase.connectAsSuperuser();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table sync_pass in access exclusive mode");
            var admitted = IntStream.range(0, ADMITTED)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> admin().get(path), threads))
                    .toList();
            awaitWaiting(2);

            admin().header("MS-RequestId", "too-many")
                    .get(path)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .header("Cache-Control", startsWith("private"))
                    .body("code", equalTo("overloaded"))
                    .body("type", equalTo("urn:partner-competencies:problem:overloaded"))
                    .body("status", equalTo(503))
                    .body("requestId", equalTo("too-many"));
            given().get("/q/health/live").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
            assertThat(VertxContextSupport.subscribeAndAwait(() -> database.read("select 1")))
                    .hasSize(1);
            assertThat(metric("competencies_overloaded_total")).isPositive();

            other.rollback();
            admitted.forEach(
                    call -> assertThat(call.join().statusCode()).as("admitted").isEqualTo(200));
        } finally {
            threads.shutdown();
        }
        admin().get(path).then().statusCode(200);
    }

    private static void awaitWaiting(int calls) throws InterruptedException {
        for (int i = 0; i < 200 && metric("competencies_database_waiting") < calls; i++) {
            Thread.sleep(20);
        }
        assertThat(metric("competencies_database_waiting")).isEqualTo(calls);
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
