package io.partnercompetencies.competency;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where an organisation stands, as clients read it (T5, S3). */
@QuarkusTest
class StatusTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void a_status_call_makes_one_statement_however_much_there_is() {
        var small = fixture.partner();
        var large = fixture.partner();
        fixture.messagingGold(large);
        for (int i = 0; i < 30; i++) {
            fixture.passesNow(fixture.linkedEmployee(large), "70-346");
        }
        fixture.advance(Duration.ofHours(24));
        fixture.get(small.path("/competencies")).statusCode(200);

        assertThat(statements(small)).isEqualTo(1);
        assertThat(statements(large)).isEqualTo(1);
    }

    /** Beside those of the authentication and of this look itself. */
    private long statements(Partner partner) {
        var count = "select coalesce(sum(calls), 0)::bigint from statistics.pg_stat_statements s"
                + " join pg_database d on d.oid = s.dbid where d.datname = current_database()"
                + " and query not like '%pg_stat_statements%' and query not like '%login%'"
                + " and query !~* '^(begin|commit|set|show)'";
        long before = Sql.number(count);
        fixture.get(partner.path("/competencies")).statusCode(200);
        return Sql.number(count) - before;
    }

    @Test
    void an_answer_that_is_known_is_304_with_its_horizon() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);
        for (var path : List.of("/competencies", "/competencies/messaging")) {
            var first = fixture.get(contoso.path(path))
                    .statusCode(200)
                    .header("ETag", startsWith("W/\""))
                    .header("Vary", notNullValue())
                    .extract();
            assertThat(first.header("Complete-Through")).isEqualTo(first.path("completeThrough"));
            fixture.advance(Duration.ofMinutes(1));
            known(contoso.path(path), first.header("ETag"), "en")
                    .statusCode(304)
                    .header("Complete-Through", is(fixture.now().toString()))
                    .header("ETag", is(first.header("ETag")));
            known(contoso.path(path), first.header("ETag"), "es")
                    .statusCode(200)
                    .header("Content-Language", "es");
        }
    }

    @Test
    void the_tag_changes_with_whatever_the_answer_shows() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        fixture.sync();
        var path = contoso.path("/competencies/messaging");
        var tag = tag(path);
        fixture.passesNow(employee, "70-347");
        fixture.get(path).body("pendingAchievements", is(1));
        tag = changed(path, tag);
        fixture.advance(Duration.ofHours(24));
        tag = changed(path, tag);
        admin().body(Map.of("displayName", "Renamed"))
                .patch(employee.path(""))
                .then()
                .statusCode(200);
        tag = changed(path, tag);
        fixture.leaves(employee);
        changed(path, tag);
    }

    private String changed(String path, String before) {
        var now = known(path, before, "en").statusCode(200).extract().header("ETag");
        assertThat(now).isNotEqualTo(before);
        return now;
    }

    private String tag(String path) {
        return fixture.get(path).extract().header("ETag");
    }

    private static ValidatableResponse known(String path, String tag, String language) {
        return admin().header("If-None-Match", tag)
                .header("Accept-Language", language)
                .get(path)
                .then();
    }

    @Test
    void the_proof_names_who_contributes_and_what_is_missing() {
        var contoso = fixture.partner();
        var one = fixture.linkedEmployee(contoso);
        fixture.passesMessaging(one);
        fixture.advance(Duration.ofHours(24));
        var two = fixture.linkedEmployee(contoso);
        fixture.passesMessaging(two);

        var people = "levels[0].options[0].proof.children[0].children[0]";
        fixture.get(contoso.path("/competencies/messaging"))
                .body("organizationId", is(contoso.id()))
                .body("name", is("Messaging"))
                .body("levels.level", contains("SILVER", "GOLD"))
                .body("levels[0].metBy", nullValue())
                .body("levels[0].options.option", contains("hybrid-services-partner"))
                .body(people + ".kind", is("PEOPLE"))
                .body(people + ".required", is(2))
                .body(people + ".counted", is(1))
                .body(people + ".pending", is(1))
                .body(people + ".missing", is(1))
                .body(people + ".contributors.userId", contains(one.id()))
                .body(people + ".contributors[0].displayName", startsWith("employee"))
                .body(people + ".contributors[0].achievements.credential", hasSize(2));
    }

    @Test
    void what_is_unknown_is_not_found() {
        var nobody = new Partner(UUID.randomUUID().toString());
        fixture.get(nobody.path("/competencies")).statusCode(404);
        fixture.get(nobody.path("/competencies/messaging")).statusCode(404);
        fixture.get(fixture.partner().path("/competencies/juggling"))
                .statusCode(404)
                .body("code", is("not-found"));
        fixture.get("/v1/organizations/none/competencies").statusCode(404);
    }

    @Test
    void more_readers_than_connections_all_get_their_answer() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        for (var path : List.of(
                "/competencies",
                "/competencies/messaging",
                "/membership",
                "/marketing-profile",
                "/eligibility",
                "/alerts",
                "/subscriptions",
                "/achievements",
                "/performance")) {
            var statuses = Together.times(
                    60, i -> fixture.get(contoso.path(path)).extract().statusCode());
            assertThat(statuses).as(path).containsOnly(200);
        }
    }
}
