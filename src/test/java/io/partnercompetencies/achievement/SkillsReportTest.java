package io.partnercompetencies.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of what the people of an organisation have, in one answer. */
@QuarkusTest
class SkillsReportTest {

    private static final String HEADER =
            "userId,displayName,type,credential,title,status,achievedAt,countsFrom,countedAt,expiresAt,competencies";

    @Inject
    PartnerFixture fixture;

    @Test
    void every_person_and_achievement_is_a_row_that_says_what_the_list_says() {
        var contoso = fixture.partner();
        var ada = fixture.linkedEmployee(contoso);
        fixture.passesNow(ada, "70-347");
        fixture.advance(Duration.ofHours(24));
        fixture.passesNow(fixture.linkedEmployee(contoso), "unknown");
        fixture.passesNow(ada, "70-345");

        var listed = fixture.get(contoso.path("/achievements")).extract().jsonPath();
        var report = fixture.get(contoso.path("/skills-report"))
                .statusCode(200)
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("Content-Language", "en")
                .header("Vary", "Accept, Accept-Language, Authorization")
                .body("totalCount", is(3))
                .body("links.self.uri", is(contoso.path("/skills-report")))
                .body("items.credential", contains("70-347", "70-345", "unknown"))
                .body("items.status", contains("COUNTED", "PENDING", "NOT_ACCEPTED"))
                .body(
                        "items[0].competencies",
                        contains(
                                "messaging",
                                "cloud-productivity",
                                "collaboration-and-content",
                                "small-and-midmarket-cloud-solutions",
                                "windows-and-devices"))
                .body("items[1].competencies", contains("messaging"))
                .body("items[2].competencies", is(List.of()))
                .extract()
                .jsonPath();
        for (var credential : List.of("70-347", "70-345", "unknown")) {
            Map<String, Object> row = report.getMap("items.find { it.credential == '" + credential + "' }");
            Map<String, Object> same = listed.getMap("items.find { it.credential == '" + credential + "' }");
            same.remove("id");
            assertThat(row).containsAllEntriesOf(same);
            assertThat(row.get("displayName")).isEqualTo(name(contoso, (String) row.get("userId")));
        }
    }

    @Test
    void as_csv_it_has_a_header_and_a_file_name() {
        var contoso = fixture.partner();
        var ada = fixture.linkedEmployee(contoso);
        fixture.passesNow(ada, "70-347");
        fixture.advance(Duration.ofHours(24));
        var row = fixture.get(contoso.path("/skills-report")).extract().jsonPath();

        csv(contoso, "en")
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8;header=present")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"skills-report-%s.csv\""
                                .formatted(fixture.now().toString().substring(0, 10)));
        assertThat(text(contoso, "en"))
                .isEqualTo(HEADER
                        + "\r\n"
                        + String.join(
                                ",",
                                ada.id(),
                                name(contoso, ada.id()),
                                "EXAM",
                                "70-347",
                                row.getString("items[0].title"),
                                "COUNTED",
                                row.getString("items[0].achievedAt"),
                                row.getString("items[0].countsFrom"),
                                row.getString("items[0].countedAt"),
                                "",
                                "messaging cloud-productivity collaboration-and-content small-and-midmarket-cloud-solutions windows-and-devices")
                        + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1 | '=1+1",
                "+Ana | '+Ana",
                "-Ana | '-Ana",
                "@Ana | '@Ana",
                "Ana \"la jefa\" | \"Ana \"\"la jefa\"\"\"",
                "L\u00f3pez, Ana | \"L\u00f3pez, Ana\"",
                "=A1,B1 | \"'=A1,B1\"",
                "\u738b\u5c0f\u660e \ud83d\ude00 | \u738b\u5c0f\u660e \ud83d\ude00",
                "Ana=1 | Ana=1"
            })
    void a_name_is_one_cell_and_never_a_formula(String name, String cell) {
        var contoso = fixture.partner();
        var ada = fixture.linkedEmployee(contoso);
        fixture.passesNow(ada, "70-347");
        PartnerFixture.admin()
                .body(Map.of("displayName", name))
                .patch(ada.path(""))
                .then()
                .statusCode(200);

        assertThat(text(contoso, "en")).contains("\r\n" + ada.id() + "," + cell + ",EXAM,70-347,");
        fixture.get(contoso.path("/skills-report")).body("items.displayName", contains(name));
    }

    @Test
    void titles_come_in_the_asked_language() {
        var contoso = fixture.partner();
        fixture.passesNow(fixture.linkedEmployee(contoso), "70-347");

        csv(contoso, "zh-CN").header("Content-Language", "zh-CN");
        assertThat(text(contoso, "zh-CN")).contains("\u542f\u7528 Office 365 \u670d\u52a1");
    }

    @Test
    void people_come_in_the_order_in_which_they_were_added() {
        var contoso = fixture.partner();
        var first = fixture.linkedEmployee(contoso);
        var second = fixture.linkedEmployee(contoso);
        fixture.passesNow(second, "70-347");
        fixture.passesNow(first, "70-347");
        fixture.passesNow(second, "70-345");
        fixture.passesNow(first, "70-345");

        fixture.get(contoso.path("/skills-report"))
                .body("items.userId", contains(first.id(), first.id(), second.id(), second.id()))
                .body("items.credential", contains("70-347", "70-345", "70-347", "70-345"));
    }

    @Test
    void an_achievement_that_came_twice_is_one_row() {
        var contoso = fixture.partner();
        var ada = fixture.employee(contoso);
        var learn = fixture.association(ada, "LEARN");
        fixture.link(ada, "PARTNER_UNIVERSITY").statusCode(201);
        fixture.passesNow(ada, "70-347");
        fixture.advance(Duration.ofHours(24));

        fixture.get(contoso.path("/skills-report")).body("totalCount", is(1)).body("items.status", contains("COUNTED"));
        fixture.unlink(ada, learn).statusCode(204);
        fixture.get(contoso.path("/skills-report")).body("totalCount", is(1)).body("items.status", contains("ENDED"));
    }

    @Test
    void that_nobody_has_anything_is_a_report_too() {
        var contoso = fixture.partner();

        fixture.get(contoso.path("/skills-report"))
                .statusCode(200)
                .body("totalCount", is(0))
                .body("items", is(List.of()));
        assertThat(text(contoso, "en")).isEqualTo(HEADER + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/json;q=0.4, text/csv;q=0.5 | text/csv",
                "text/* | text/csv",
                "text/csv;charset=utf-8 | text/csv",
                "text/csv; charset=UTF-8;header=present | text/csv",
                "TEXT/CSV | text/csv",
                "APPLICATION/JSON | application/json",
                "application/json;version=1 | application/json",
                "text/csv;charset=utf-8, */*;q=0.1 | text/csv",
                "application/json;q=0, */* | text/csv",
                "text/html, */*;q=0.1 | application/json"
            })
    void the_form_is_the_one_that_is_liked_best(String accept, String form) {
        answer(fixture.partner(), accept).statusCode(200).header("Content-Type", startsWith(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml, image/png"})
    void another_form_is_not_acceptable(String accept) {
        answer(fixture.partner(), accept).statusCode(406).body("code", is("not-acceptable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv"})
    void another_organization_is_not_found_in_either_form(String accept) {
        for (var id : List.of(UUID.randomUUID().toString(), "me")) {
            answer(new Partner(id), accept)
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .header("Vary", containsString("Authorization"))
                    .body("code", is("not-found"));
        }
    }

    private static String text(Partner partner, String language) {
        return new String(csv(partner, language).extract().asByteArray(), StandardCharsets.UTF_8);
    }

    private static ValidatableResponse csv(Partner partner, String language) {
        return PartnerFixture.admin()
                .header("Accept", "text/csv")
                .header("Accept-Language", language)
                .get(partner.path("/skills-report"))
                .then();
    }

    private static ValidatableResponse answer(Partner partner, String accept) {
        return PartnerFixture.admin()
                .header("Accept", accept)
                .get(partner.path("/skills-report"))
                .then();
    }

    private String name(Partner partner, String userId) {
        return fixture.get(partner.path("/users/" + userId)).extract().path("displayName");
    }
}
