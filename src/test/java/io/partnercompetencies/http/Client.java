package io.partnercompetencies.http;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** A caller who may do everything. */
public final class Client {

    private Client() {}

    public static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "of-the-tests");
    }

    public static RequestSpecification sending(String json) {
        return admin().contentType(ContentType.JSON).body(json);
    }
}
