package io.partnercompetencies;

import static io.restassured.RestAssured.get;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartTest {

    @Test
    void the_service_is_ready_on_a_migrated_database() {
        get("/q/health/ready").then().statusCode(200);
    }
}
