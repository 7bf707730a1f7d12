package io.partnercompetencies.performance;

import static io.partnercompetencies.PartnerFixture.admin;
import static io.partnercompetencies.PartnerFixture.entitlements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Figures from customers, and what they amount to (R6, T3). */
@QuarkusTest
class PerformanceUploadTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void the_threshold_of_cloud_productivity_silver_depends_on_the_market() {
        reaches("DEVELOPED", 1999, "STARTED");
        reaches("DEVELOPED", 2000, "QUALIFIED");
        reaches("DEVELOPING", 999, "STARTED");
        reaches("DEVELOPING", 1000, "QUALIFIED");
    }

    private void reaches(String market, int entitlements, String stage) {
        var partner = fixture.partner(market);
        fixture.mcsaHolder(partner);
        fixture.sends(partner, entitlements("fabrikam", entitlements, fixture.month()))
                .statusCode(200)
                .body("accepted", is(1))
                .body("items", empty());
        assertThat(stage(partner)).as(market + " " + entitlements).isEqualTo(stage);
        Consistency.checkSnapshot(partner);
    }

    @Test
    void what_no_clause_accepts_is_left_out_with_its_reason() {
        var contoso = fixture.partner();
        var trial = entitlements("a", 7, fixture.month());
        trial.put("trial", true);
        var association = entitlements("a", 11, fixture.month());
        association.put("association", "csp");
        var workload = entitlements("a", 13, fixture.month());
        workload.put("product", "power-bi");
        var old = entitlements(
                "a", 17, YearMonth.parse(fixture.month()).minusMonths(1).toString());
        fixture.sends(
                        contoso,
                        trial,
                        association,
                        workload,
                        old,
                        entitlements("a", 1000, fixture.month()),
                        entitlements("b", 0.5, fixture.month()))
                .statusCode(200)
                .body("accepted", is(6));

        fixture.get(contoso.path("/performance"))
                .statusCode(200)
                .body("items.metric", contains("active-entitlements"))
                .body("items[0].total", is(1000.5f))
                // Enterprise Mobility Management sums this metric over twelve months, Cloud Productivity takes the
                // newest.
                .body(
                        "items[0].window.from",
                        is(YearMonth.parse(fixture.month()).minusMonths(11).toString()))
                .body("items[0].window.to", is(fixture.month()))
                .body(
                        "items[0].leftOut.reason",
                        containsInAnyOrder(
                                "TRIAL", "ASSOCIATION_NOT_ACCEPTED", "PRODUCT_NOT_ACCEPTED", "OUTSIDE_WINDOW"))
                .body("items[0].leftOut.find { it.reason == 'TRIAL' }.value", is(7))
                .body("items[0].leftOut.find { it.reason == 'ASSOCIATION_NOT_ACCEPTED' }.value", is(11))
                .body("items[0].leftOut.find { it.reason == 'PRODUCT_NOT_ACCEPTED' }.value", is(13))
                .body("items[0].leftOut.find { it.reason == 'OUTSIDE_WINDOW' }.value", is(17))
                .body("items[0].leftOut.records", everyItem(is(1)));
        assertThat(counted(contoso)).isEqualByComparingTo("1000.5");
    }

    @Test
    void every_accepted_workload_and_association_counts() {
        var contoso = fixture.partner();
        var records = new ArrayList<Object>();
        for (var product :
                List.of("exchange-online", "sharepoint-online", "skype-for-business", "yammer", "office-proplus")) {
            for (var association : List.of(
                    "delegated-admin", "transacting-partner", "digital-partner-of-record", "fast-track-partner")) {
                var record = entitlements("a", 1, fixture.month());
                record.put("product", product);
                record.put("association", association);
                records.add(record);
            }
        }
        fixture.sends(contoso, records.toArray()).statusCode(200);
        assertThat(counted(contoso)).isEqualByComparingTo("20");
    }

    @Test
    void a_record_replaces_its_equal_and_the_last_of_equals_wins() {
        var contoso = fixture.partner();
        fixture.sends(contoso, entitlements("a", 10, fixture.month()), entitlements("a", 20, fixture.month()))
                .body("accepted", is(2));
        assertThat(counted(contoso)).isEqualByComparingTo("20");
        fixture.sends(contoso, entitlements("a", 5, fixture.month()), entitlements("b", 1, fixture.month()));
        assertThat(counted(contoso)).isEqualByComparingTo("6");
        var trial = entitlements("a", 99, fixture.month());
        trial.put("trial", true);
        var location = entitlements("a", 100, fixture.month());
        location.put("locationMpnId", "4711");
        fixture.sends(contoso, trial, location);
        assertThat(counted(contoso)).isEqualByComparingTo("106");
    }

    @Test
    void the_same_value_again_changes_no_row() {
        var contoso = fixture.partner();
        fixture.sends(contoso, entitlements("a", 10, fixture.month()));
        fixture.lapse(Duration.ofMinutes(1));
        fixture.sends(contoso, entitlements("a", new BigDecimal("10.0000"), fixture.month()))
                .statusCode(200);
        assertThat(Sql.number(
                        "select count(*) from performance_record where organization_id = ?",
                        UUID.fromString(contoso.id())))
                .isEqualTo(1);
    }

    @Test
    void records_that_cannot_be_taken_are_listed_and_keep_nobody_out() {
        var contoso = fixture.partner();
        var next = YearMonth.parse(fixture.month()).plusMonths(1).toString();
        var wrongMetric = entitlements("a", 1, fixture.month());
        wrongMetric.put("metric", "users");
        var wrongProduct = entitlements("a", 1, fixture.month());
        wrongProduct.put("product", "word");
        var noProduct = entitlements("a", 1, fixture.month());
        noProduct.remove("product");
        var noCustomer = entitlements("a", 1, fixture.month());
        noCustomer.remove("customerId");
        fixture.sends(
                        contoso,
                        entitlements("a", 1, next),
                        wrongMetric,
                        wrongProduct,
                        noProduct,
                        noCustomer,
                        entitlements("a", new BigDecimal("1.00001"), fixture.month()),
                        entitlements("a", 1, "2026-13"),
                        entitlements("a", new BigDecimal("1e30"), fixture.month()),
                        entitlements("good", new BigDecimal("1.2345"), fixture.month()))
                .statusCode(200)
                .body("accepted", is(1))
                .body("items.index", contains(0, 1, 2, 3, 4, 5, 6, 7))
                .body("items.problem", everyItem(not(is(""))));
        assertThat(counted(contoso)).isEqualByComparingTo("1.2345");
    }

    @Test
    void bodies_that_are_no_list_of_records_are_refused() {
        var contoso = fixture.partner();
        put(contoso, Map.of()).then().statusCode(422);
        put(contoso, Map.of("records", "many")).then().statusCode(400);
        put(contoso, Map.of("records", List.of(Map.of("customer", "a")))).then().statusCode(400);
        put(contoso, Map.of("records", Collections.nCopies(10_001, Map.of())))
                .then()
                .statusCode(422);
        put(contoso, Map.of("records", Collections.nCopies(10_000, Map.of())))
                .then()
                .statusCode(200)
                .body("items", hasSize(10_000));
        put(new Partner(UUID.randomUUID().toString()), Map.of("records", List.of()))
                .then()
                .statusCode(404);
        fixture.get("/v1/organizations/" + UUID.randomUUID() + "/performance").statusCode(404);
    }

    private static io.restassured.response.Response put(Partner partner, Object body) {
        return admin().body(body).put(partner.path("/performance"));
    }

    @Test
    void another_market_acts_at_once() {
        var contoso = fixture.partner("DEVELOPING");
        fixture.mcsaHolder(contoso);
        fixture.sends(contoso, entitlements("a", 1500, fixture.month()));
        fixture.buys(contoso, "SILVER").statusCode(201);
        move(contoso, "DEVELOPED");
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso).body("items.cause", contains("MARKET_CHANGES"));
        move(contoso, "DEVELOPING");
        assertThat(stage(contoso)).isEqualTo("ACTIVE");
        fixture.openAlerts(contoso).body("items", empty());
    }

    private static void move(Partner partner, String market) {
        admin().body(Map.of("market", market)).patch(partner.path("")).then().statusCode(200);
    }

    @Test
    void a_newer_month_replaces_the_latest_and_may_lose_the_level() {
        var contoso = fixture.partner();
        fixture.mcsaHolder(contoso);
        fixture.sends(contoso, entitlements("a", 2000, fixture.month()));
        fixture.buys(contoso, "SILVER").statusCode(201);
        fixture.advance(Duration.ofDays(62));
        assertThat(stage(contoso)).as("the newest month stays the newest").isEqualTo("ACTIVE");

        fixture.sends(contoso, entitlements("a", 1999, fixture.month()));
        assertThat(stage(contoso)).isEqualTo("AT_RISK");
        fixture.openAlerts(contoso)
                .body("items.cause", contains("PERFORMANCE_DROPS"))
                .body("items[0].people", empty());
        fixture.sends(contoso, entitlements("b", 1, fixture.month()));
        assertThat(stage(contoso)).isEqualTo("ACTIVE");
        fixture.openAlerts(contoso).body("items", empty());
    }

    @Test
    void uploads_at_once_leave_one_value() {
        var contoso = fixture.partner();
        var statuses = Together.times(
                16,
                i -> fixture.sends(
                                contoso, entitlements("a", i, fixture.month()), entitlements("b", 1, fixture.month()))
                        .extract()
                        .statusCode());
        assertThat(statuses).containsOnly(200);
        assertThat(Sql.number(
                        "select count(*) from performance_record where organization_id = ? and superseded_at is null",
                        UUID.fromString(contoso.id())))
                .isEqualTo(2);
        Consistency.checkSnapshot(contoso);
    }

    private String stage(Partner partner) {
        return fixture.stage(partner, "cloud-productivity", "SILVER");
    }

    private BigDecimal counted(Partner partner) {
        Number counted = fixture.get(partner.path("/competencies/cloud-productivity"))
                .extract()
                .path("levels[0].options[0].proof.children.find { it.kind == 'PERFORMANCE' }.counted");
        return new BigDecimal(counted.toString());
    }
}
