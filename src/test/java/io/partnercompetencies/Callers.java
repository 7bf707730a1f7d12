package io.partnercompetencies;

import static io.restassured.RestAssured.given;

import io.partnercompetencies.PartnerFixture.Partner;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Employees who sign in themselves, with a password that they have chosen. */
@Singleton
public class Callers {

    public record Caller(String userName, String password, String userId, Partner partner) {

        public RequestSpecification as() {
            var credentials = (userName + ":" + password).getBytes(StandardCharsets.UTF_8);
            return given().header(
                            "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                    .contentType("application/json");
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
        var caller = new Caller(
                made.getString("credentials.userName"),
                made.getString("credentials.temporaryPassword"),
                made.getString("id"),
                partner);
        return chosen(caller, "a password of my own " + UUID.randomUUID());
    }

    /** The same with a password of their own in place of the one that they have. */
    public static Caller chosen(Caller caller, String password) {
        caller.as()
                .body(Map.of("currentPassword", caller.password(), "newPassword", password))
                .post("/v1/me/password")
                .then()
                .statusCode(204);
        return new Caller(caller.userName(), password, caller.userId(), caller.partner());
    }
}
