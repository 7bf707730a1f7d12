package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Laws.CLOUD_PRODUCTIVITY;
import static io.partnercompetencies.rules.Partner.MONTH;
import static io.partnercompetencies.rules.Partner.NOW;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static io.partnercompetencies.rules.Partner.inDeveloping;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    private static final String METRIC = "active-entitlements";

    private static Partner certified(Partner partner) {
        return partner.with("Ada", "mcsa-office-365").with("Ben", "mcsa-office-365");
    }

    @Test
    void two_thousand_entitlements_make_silver_in_a_developed_market() {
        assertThat(certified(inDeveloped())
                        .entitlements(1999)
                        .silver(CLOUD_PRODUCTIVITY)
                        .met())
                .isFalse();
        assertThat(certified(inDeveloped())
                        .entitlements(2000)
                        .silver(CLOUD_PRODUCTIVITY)
                        .met())
                .isTrue();
    }

    @Test
    void one_thousand_entitlements_make_silver_in_a_developing_market() {
        assertThat(certified(inDeveloping())
                        .entitlements(999)
                        .silver(CLOUD_PRODUCTIVITY)
                        .met())
                .isFalse();
        assertThat(certified(inDeveloping())
                        .entitlements(1000)
                        .silver(CLOUD_PRODUCTIVITY)
                        .met())
                .isTrue();
    }

    @Test
    void gold_asks_four_thousand_in_both_markets() {
        assertThat(certified(inDeveloping())
                        .entitlements(3999)
                        .gold(CLOUD_PRODUCTIVITY)
                        .met())
                .isFalse();
        assertThat(certified(inDeveloping())
                        .entitlements(4000)
                        .gold(CLOUD_PRODUCTIVITY)
                        .met())
                .isTrue();
        assertThat(certified(inDeveloped())
                        .entitlements(4000)
                        .gold(CLOUD_PRODUCTIVITY)
                        .met())
                .isTrue();
    }

    @Test
    void entitlements_without_people_are_not_enough() {
        assertThat(inDeveloped().entitlements(4000).silver(CLOUD_PRODUCTIVITY).met())
                .isFalse();
    }

    @Test
    void workloads_and_associations_are_summed() {
        var partner = certified(inDeveloped())
                .figure(METRIC, "yammer", "transacting-partner", MONTH, false, 1200)
                .figure(METRIC, "office-proplus", "fast-track-partner", MONTH, false, 800);

        assertThat(partner.silver(CLOUD_PRODUCTIVITY).met()).isTrue();
    }

    @Test
    void trials_other_associations_and_other_workloads_are_left_out() {
        var partner = certified(inDeveloped())
                .entitlements(1999)
                .figure(METRIC, "yammer", "delegated-admin", MONTH, true, 500)
                .figure(METRIC, "yammer", "partner-of-record", MONTH, false, 500)
                .figure(METRIC, "intune", "delegated-admin", MONTH, false, 500);

        assertThat(partner.silver(CLOUD_PRODUCTIVITY).met()).isFalse();
        var proof = partner.silver(CLOUD_PRODUCTIVITY)
                .options()
                .get(0)
                .proof()
                .children()
                .get(0);
        assertThat(proof.counted()).hasToString("1999");
        assertThat(proof.missing()).hasToString("1");
        assertThat(proof.threshold()).hasToString("2000");
        assertThat(proof.metric()).isEqualTo(METRIC);
        assertThat(proof.window()).isEqualTo(new Months(MONTH, MONTH));
    }

    @Test
    void only_the_newest_month_with_records_counts() {
        var partner = certified(inDeveloped())
                .figure(METRIC, "yammer", "delegated-admin", MONTH.minusMonths(2), false, 9000)
                .figure(METRIC, "yammer", "delegated-admin", MONTH.minusMonths(1), false, 1500)
                .figure(METRIC, "yammer", "delegated-admin", MONTH.plusMonths(1), false, 9000);

        var proof = partner.silver(CLOUD_PRODUCTIVITY)
                .options()
                .get(0)
                .proof()
                .children()
                .get(0);
        assertThat(proof.counted()).hasToString("1500");
        assertThat(proof.window().to()).isEqualTo(MONTH.minusMonths(1));
    }

    @Test
    void a_trial_alone_makes_its_month_the_newest() {
        var partner = certified(inDeveloped())
                .figure(METRIC, "yammer", "delegated-admin", MONTH.minusMonths(1), false, 2500)
                .figure(METRIC, "yammer", "delegated-admin", MONTH, true, 10);

        assertThat(partner.silver(CLOUD_PRODUCTIVITY).met()).isFalse();
    }

    private static Requirement.Performance yearly(Map<Market, Integer> thresholds, Integer average) {
        return new Requirement.Performance(
                "devices-shipped",
                Laws.decimals(thresholds),
                Set.of(),
                Set.of(),
                Span.TWELVE_MONTHS,
                average == null ? null : BigDecimal.valueOf(average));
    }

    private static Partner shipped(Partner partner, int monthsAgo, int value) {
        return partner.figure("devices-shipped", "", "", MONTH.minusMonths(monthsAgo), false, value);
    }

    @Test
    void twelve_months_are_this_one_and_the_eleven_before() {
        var law = yearly(Map.of(Market.DEVELOPED, 10), null);

        var partner = shipped(shipped(shipped(inDeveloped(), 0, 3), 11, 4), 12, 100);
        assertThat(partner.proof(law).counted()).hasToString("7");
        assertThat(partner.proof(law).window()).isEqualTo(new Months(MONTH.minusMonths(11), MONTH));
    }

    @Test
    void an_average_per_month_is_a_second_bound() {
        var law = yearly(Map.of(Market.DEVELOPED, 10), 4);

        assertThat(shipped(inDeveloped(), 0, 47).proof(law).met()).isFalse();
        assertThat(shipped(inDeveloped(), 0, 48).proof(law).met()).isTrue();
        assertThat(inDeveloped().proof(law).required()).hasToString("48");
        assertThat(inDeveloped().proof(law).threshold()).hasToString("10");
    }

    @Test
    void without_a_threshold_for_the_market_a_clause_cannot_be_met() {
        var law = yearly(Map.of(Market.DEVELOPED, 10), null);

        var proof = shipped(inDeveloping(), 0, 1_000_000).proof(law);
        assertThat(proof.met()).isFalse();
        assertThat(proof.required()).isNull();
        assertThat(proof.threshold()).isNull();
        assertThat(shipped(inDeveloping(), 0, 1_000_000)
                        .silver(Laws.silver(law))
                        .progress())
                .hasToString("0.0000");
    }

    @Test
    void an_attestation_holds_to_its_end_exclusive() {
        var law = new Requirement.Attestation("reseller");
        var end = NOW.plusSeconds(1);
        var attested = inDeveloped().attested(new Attested("reseller", NOW, end));
        assertThat(attested.proof(law).met()).isTrue();
        var over = inDeveloped().attested(new Attested("reseller", NOW.minusSeconds(1), NOW));
        assertThat(over.proof(law).met()).isFalse();
        var later = inDeveloped().attested(new Attested("reseller", end, null));
        assertThat(later.proof(law).met()).isFalse();
    }

    @Test
    void an_attestation_holds_or_not() {
        var law = new Requirement.Attestation("reseller");

        assertThat(inDeveloped().proof(law).met()).isFalse();
        assertThat(inDeveloped().attested("reseller").proof(law).met()).isTrue();
    }
}
