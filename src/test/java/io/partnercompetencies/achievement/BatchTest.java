package io.partnercompetencies.achievement;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many reports in one call, each on its own. */
@QuarkusTest
class BatchTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void every_row_has_its_own_answer() {
        var known = row("70-347");
        String knownId = fixture.report(known).statusCode(201).extract().path("id");
        var revoked = row("70-345");
        fixture.revokes(fixture.report(revoked).statusCode(201).extract().path("id"));
        var twice = row("70-346");
        var wrongType = row("mcsa-office-365");
        var future =
                with(row("70-347"), "achievedAt", fixture.now().plusSeconds(301).toString());
        var tooFine = with(
                with(row("70-347"), "achievedAt", "2020-01-01T00:00:00.000000100Z"),
                "expiresAt",
                "2020-01-01T00:00:00.000000900Z");
        var unreadable = with(row("70-347"), "achievedAt", "yesterday");
        var unknownMember = with(row("70-347"), "grade", "A");
        var incomplete = row("70-347");
        incomplete.remove("type");

        var rows = new ArrayList<Object>(List.of(
                row("70-347"),
                known,
                revoked,
                twice,
                twice,
                wrongType,
                future,
                tooFine,
                unreadable,
                unknownMember,
                incomplete));
        rows.add("no object");
        rows.add(null);
        rows.add(row("70-345"));
        batch(rows)
                .statusCode(200)
                .body("items.index", contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13))
                .body("items.status", contains(201, 200, 409, 201, 200, 422, 422, 422, 400, 400, 422, 400, 400, 201))
                .body("items[0].id", notNullValue())
                .body("items[0].problem", nullValue())
                .body("items[1].id", is(knownId))
                .body("items[2].id", nullValue())
                .body("items[2].problem.code", is("achievement-revoked"))
                .body("items[5].problem.code", is("type-mismatch"))
                .body("items[6].problem.errors.pointer", contains("/achievedAt"))
                .body("items[8].problem.errors.pointer", contains("/achievedAt"))
                .body("items[10].problem.errors.pointer", contains("/type"));
    }

    @Test
    void rows_that_are_the_same_are_one_achievement() {
        var row = row("70-347");
        var prolonged = with(row, "expiresAt", fixture.now().plusSeconds(1000).toString());
        var ids = batch(List.of(row, prolonged)).statusCode(200).extract().jsonPath();
        assertThat(ids.getString("items[0].id")).isEqualTo(ids.getString("items[1].id"));
        admin().get("/v1/achievements?account=" + row.get("account"))
                .then()
                .body("items.expiresAt", contains(prolonged.get("expiresAt")));
    }

    @Test
    void batches_with_the_same_accounts_in_any_order_wait_for_each_other() {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 100; i++) {
            rows.add(row("70-347"));
        }
        var answers = Together.times(8, i -> {
            var shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(i));
            return batch(shuffled).statusCode(200).extract().jsonPath().getList("items.status", Integer.class);
        });
        var statuses = answers.stream().flatMap(List::stream).toList();
        assertThat(statuses).hasSize(800).containsOnly(200, 201);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(100);
    }

    @Test
    void a_thousand_rows_are_taken_and_one_more_is_refused() {
        var account = PartnerFixture.newAccount();
        var rows = new ArrayList<Object>();
        for (int i = 0; i < 1000; i++) {
            rows.add(with(row("x-" + i), "account", account));
        }
        batch(rows).statusCode(200).body("items", hasSize(1000)).body("items.status", everyItem(is(201)));
        rows.add(row("one-more"));
        batch(rows).statusCode(422).body("code", is("invalid"));
        admin().get("/v1/achievements?account=" + account).then().body("totalCount", is(1000));
    }

    @Test
    void an_empty_batch_does_nothing_and_no_array_is_400() {
        batch(List.of()).statusCode(200).body("items", hasSize(0));
        admin().body("{}").post("/v1/achievements/batch").then().statusCode(400);
        admin().body("null").post("/v1/achievements/batch").then().statusCode(400);
    }

    private static ValidatableResponse batch(List<?> rows) {
        return admin().body(rows).post("/v1/achievements/batch").then();
    }

    private Map<String, String> row(String credential) {
        var row = new LinkedHashMap<String, String>();
        row.put("account", PartnerFixture.newAccount());
        row.put("type", "EXAM");
        row.put("credential", credential);
        row.put("achievedAt", fixture.now().toString());
        return row;
    }

    private static Map<String, String> with(Map<String, String> row, String member, String value) {
        var copy = new LinkedHashMap<>(row);
        copy.put(member, value);
        return copy;
    }
}
