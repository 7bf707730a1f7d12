package io.partnercompetencies;

import static io.restassured.RestAssured.given;

import io.partnercompetencies.PartnerFixture.Partner;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Employees who sign in themselves. */
@Singleton
public class Callers {

    public record Caller(String userName, String password, String userId, Partner partner) {

        public RequestSpecification as() {
            return given().auth().preemptive().basic(userName, password).contentType("application/json");
        }
    }

    public Caller signedIn(Partner partner, String... roles) {
        var body = Map.of(
                "firstName", "Ana",
                "lastName", "Contoso",
                "displayName", "Ana",
                "email", UUID.randomUUID() + "@contoso.example",
                "roles", List.of(roles));
        JsonPath made = PartnerFixture.admin()
                .body(body)
                .post(partner.path("/users"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Caller(
                made.getString("credentials.userName"),
                made.getString("credentials.temporaryPassword"),
                made.getString("id"),
                partner);
    }
}
