package io.partnercompetencies.competency;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.Json;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The status at a past instant (R8): the past never changes. */
@QuarkusTest
class PastStatusTest {

    private static final int ANSWERS = 1_000;

    @Inject
    PartnerFixture fixture;

    /** What was answered to whom, and when. */
    private record Given(Instant at, String path, Map<String, Object> answer) {}

    @Test
    void a_thousand_answers_about_a_random_history_are_those_that_were_given_then() {
        var history = new RandomHistory(fixture, 20_261_121L, 3);
        var given = new ArrayList<Given>();
        while (given.size() < ANSWERS) {
            history.goesOn();
            for (var partner : history.partners()) {
                for (var path : List.of("", "/messaging", "/cloud-productivity")) {
                    given.add(ask(partner.path("/competencies" + path)));
                }
            }
        }
        history.endExemptions();
        fixture.advance(Duration.ofDays(40));

        assertThat(stages(given)).contains("ACTIVE", "AT_RISK", "QUALIFIED", "STARTED", "NOT_STARTED");
        for (var one : given) {
            assertThat(answer(asOf(one.path(), one.at()).statusCode(200)))
                    .as("%s as of %s", one.path(), one.at())
                    .isEqualTo(one.answer());
        }
    }

    private Given ask(String path) {
        return new Given(fixture.now(), path, answer(fixture.get(path).statusCode(200)));
    }

    /** All but when it was evaluated: the present answer may be the evaluation of an earlier moment. */
    private static Map<String, Object> answer(ValidatableResponse response) {
        var answer = new HashMap<>(Json.map(response));
        answer.remove("evaluatedAt");
        answer.remove("completeThrough");
        return answer;
    }

    /** So that the history proves something: all that it has been through. */
    private static Set<Object> stages(List<Given> given) {
        return given.stream()
                .map(one -> one.answer().get("levels"))
                .filter(Objects::nonNull)
                .flatMap(levels -> ((List<?>) levels).stream())
                .map(level -> ((Map<?, ?>) level).get("stage"))
                .collect(Collectors.toSet());
    }

    private ValidatableResponse asOf(String path, Instant at) {
        return asOf(path, at.toString());
    }

    private ValidatableResponse asOf(String path, String at) {
        return admin().queryParam("asOf", at).get(path).then();
    }

    @Test
    void a_past_answer_says_its_instant_and_keeps_its_tag() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);
        var then = fixture.now();
        for (var path : List.of("/competencies", "/competencies/messaging")) {
            var first = asOf(contoso.path(path), then)
                    .statusCode(200)
                    .body("evaluatedAt", is(then.toString()))
                    .body("completeThrough", is(then.toString()))
                    .header("Complete-Through", is(then.toString()))
                    .extract();
            assertThat(first.header("ETag"))
                    .startsWith("W/\"")
                    .isNotEqualTo(fixture.get(contoso.path(path)).extract().header("ETag"));
            admin().queryParam("asOf", then.toString())
                    .header("If-None-Match", first.header("ETag"))
                    .get(contoso.path(path))
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void what_counts_from_an_instant_counts_as_of_it_and_not_before() {
        var contoso = fixture.partner();
        var employees = List.of(fixture.linkedEmployee(contoso), fixture.linkedEmployee(contoso));
        employees.forEach(fixture::passesMessaging);
        var countsFrom = fixture.now().plus(Duration.ofHours(24));
        fixture.advance(Duration.ofDays(3));
        stageAt(contoso, countsFrom.minusMillis(1), "NOT_STARTED");
        stageAt(contoso, countsFrom, "QUALIFIED");
    }

    @Test
    void an_end_a_revocation_and_another_market_do_not_disturb_what_was() {
        var contoso = fixture.partner();
        var employees = fixture.messagingSilver(contoso);
        var met = fixture.now();
        fixture.advance(Duration.ofHours(1));
        var left = fixture.now();
        fixture.leaves(employees[0]);
        fixture.advance(Duration.ofHours(1));

        stageAt(contoso, met, "QUALIFIED");
        stageAt(contoso, left.minusMillis(1), "QUALIFIED");
        stageAt(contoso, left, "STARTED");
        asOf(contoso.path("/competencies/messaging"), met)
                .body(
                        "levels[0].options[0].proof.children[0].children[0].contributors.userId",
                        contains(employees[0].id(), employees[1].id()));
    }

    @Test
    void another_expiry_changes_nothing_before_it_was_reported() {
        var contoso = fixture.partner();
        var employees = List.of(fixture.linkedEmployee(contoso), fixture.linkedEmployee(contoso));
        var achievedAt = fixture.now();
        employees.forEach(fixture::passesMessaging);
        var ending = Map.<String, Object>of(
                "account",
                employees.get(0).account(),
                "type",
                "EXAM",
                "credential",
                "70-347",
                "achievedAt",
                achievedAt.minus(Duration.ofHours(1)).toString());
        fixture.advance(Duration.ofDays(2));
        var first = fixture.now();
        fixture.advance(Duration.ofDays(8));
        var corrected = new HashMap<>(ending);
        corrected.put("expiresAt", achievedAt.plus(Duration.ofDays(5)).toString());
        fixture.lapse(Duration.ofSeconds(1));
        var reported = fixture.now();
        fixture.report(corrected).statusCode(200);
        fixture.advance(Duration.ofDays(1));
        var expired = fixture.now();
        fixture.lapse(Duration.ofSeconds(1));
        fixture.report(ending).statusCode(200);
        var revived = fixture.now();
        fixture.advance(Duration.ofDays(1));

        stageAt(contoso, first, "QUALIFIED");
        stageAt(contoso, reported.minusMillis(1), "QUALIFIED");
        stageAt(contoso, reported, "STARTED");
        stageAt(contoso, expired, "STARTED");
        stageAt(contoso, revived.minusMillis(1), "STARTED");
        stageAt(contoso, revived, "QUALIFIED");
    }

    private void stageAt(Partner partner, Instant at, String stage) {
        asOf(partner.path("/competencies/messaging"), at).statusCode(200).body("levels[0].stage", is(stage));
        asOf(partner.path("/competencies"), at)
                .statusCode(200)
                .body("items.find { it.competencyId == 'messaging' }.levels[0].stage", is(stage));
    }

    @Test
    void the_future_and_the_time_before_the_organization_are_refused() {
        fixture.lapse(Duration.ofMillis(1));
        var contoso = fixture.partner();
        for (var path : List.of("/competencies", "/competencies/messaging")) {
            asOf(contoso.path(path), fixture.now()).statusCode(200);
            for (var at : List.of(fixture.now().plusMillis(1), Instant.parse("9999-12-31T23:59:59Z"))) {
                asOf(contoso.path(path), at)
                        .statusCode(400)
                        .body("code", is("invalid-parameter"))
                        .body("detail", containsString("future"));
            }
            for (var at : List.of(fixture.now().minusMillis(1), Instant.parse("0001-01-01T00:00:00Z"))) {
                asOf(contoso.path(path), at)
                        .statusCode(400)
                        .body("code", is("invalid-parameter"))
                        .body("detail", containsString("created"));
            }
            for (var at : List.of(
                    "", "yesterday", "2026-11-21", "2026-11-21T09:30:00", "now", "-1000000000-01-01T00:00:00Z")) {
                asOf(contoso.path(path), at).statusCode(400).body("code", is("invalid-parameter"));
            }
        }
        asOf("/v1/organizations/" + UUID.randomUUID() + "/competencies", fixture.now())
                .statusCode(404);
    }
}
