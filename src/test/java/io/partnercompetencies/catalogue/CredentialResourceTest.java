package io.partnercompetencies.catalogue;

import static io.partnercompetencies.PartnerFixture.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.rules.Credential;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialResourceTest {

    private static final String ALL = "/v1/credentials?size=200";

    private static String of(String code, String member) {
        return "items.find { it.code == '" + code + "' }." + member;
    }

    private static ValidatableResponse all() {
        return admin().get(ALL).then().statusCode(200);
    }

    @Test
    void a_credential_tells_what_it_is_and_who_asks_for_it() {
        all().body("totalCount", equalTo(106))
                .body(of("70-347", "kind"), equalTo("EXAM"))
                .body(of("70-347", "title"), equalTo("Enabling Office 365 Services"))
                .body(of("70-347", "acceptedUntil"), nullValue())
                .body(
                        of("70-347", "aliases"),
                        contains("Enabling Services for Microsoft Office 365", "Enabling Office 365 services"))
                .body(
                        of("70-347", "competencies"),
                        contains(
                                "messaging",
                                "cloud-productivity",
                                "collaboration-and-content",
                                "small-and-midmarket-cloud-solutions",
                                "windows-and-devices"));
    }

    @Test
    void a_retired_one_stays_and_tells_its_last_day() {
        all().body(of("70-534", "acceptedUntil"), equalTo("2018-12-31"))
                .body(of("70-534", "aliases"), nullValue())
                .body(of("70-534", "competencies"), contains("cloud-platform"))
                .body(of("MB6-890", "competencies"), empty());
    }

    @Test
    void every_kind_is_spelt_as_in_other_calls() {
        var kinds = Arrays.stream(Credential.Kind.values()).map(Enum::name).toList();

        assertThat(new HashSet<String>(all().extract().path("items.kind"))).containsExactlyInAnyOrderElementsOf(kinds);
        all().body(of("csm", "kind"), equalTo("EXTERNAL_CERTIFICATION"));
        given().get("/q/openapi?format=json")
                .then()
                .body("components.schemas.CredentialKind.enum", containsInAnyOrder(kinds.toArray()));
    }

    @Test
    void titles_come_in_the_asked_language_or_else_in_english() {
        admin().header("Accept-Language", "fr")
                .get(ALL)
                .then()
                .header("Content-Language", "fr")
                .body(of("mcse-productivity", "title"), equalTo("MCSE: Productivité"))
                .body(of("csm", "title"), equalTo("Certified Scrum Master"));
    }

    @Test
    void the_pages_follow_each_other_in_the_order_of_the_codes() {
        var codes = new ArrayList<String>();
        var next = "/v1/credentials";
        while (next != null) {
            var page = admin().get(next).then().statusCode(200).body("totalCount", equalTo(106));
            codes.addAll(page.extract().path("items.code"));
            next = page.extract().path("links.next.uri");
        }
        assertThat(codes).hasSize(106).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void only_those_of_one_competency() {
        admin().get("/v1/credentials?competency=messaging")
                .then()
                .statusCode(200)
                .body("totalCount", equalTo(3))
                .body("items.code", containsInAnyOrder("70-347", "70-345", "mcse-productivity"))
                .body("items.competencies", everyItem(hasItem("messaging")));
        String next = admin().get("/v1/credentials?competency=messaging&size=2").path("links.next.uri");
        admin().get(next).then().body("items.code", contains("mcse-productivity"));
    }

    @Test
    void a_cursor_that_names_nothing_is_refused() {
        for (var path : List.of("/v1/credentials", "/v1/competencies")) {
            admin().get(path + "?cursor=enp6enp6")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"))
                    .body("errors[0].pointer", equalTo("cursor"));
        }
    }

    @Test
    void an_unknown_competency_is_refused() {
        admin().get("/v1/credentials?competency=golf")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors[0].pointer", equalTo("competency"));
    }

    @Test
    void the_list_is_sent_again_only_when_it_is_another() {
        String tag = all().extract().header("ETag");

        admin().header("If-None-Match", tag).get(ALL).then().statusCode(304);
        admin().header("If-None-Match", tag)
                .get("/v1/credentials?size=199")
                .then()
                .statusCode(200);
    }
}
