package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The first company of a service that has just started, which answers 503 as long as its machine gives it no time. */
final class FirstCompany {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private FirstCompany() {}

    /** Gives the company's path. */
    static String in(String service, String password) throws IOException {
        var answer = new AtomicReference<Response>();
        assertThat(Waiting.until(PATIENCE, () -> {
                    answer.set(create(service, password));
                    return answer.get().statusCode() != 503;
                }))
                .isTrue();
        return answer.get().then().statusCode(201).extract().header("Location");
    }

    private static Response create(String service, String password) {
        var company = Map.of(
                "mpnId", UUID.randomUUID().toString(), "name", "Contoso", "country", "ES", "market", "DEVELOPED");
        return given().baseUri(service)
                .auth()
                .preemptive()
                .basic("admin", password)
                .contentType("application/json")
                .body(company)
                .post("/v1/organizations");
    }
}
