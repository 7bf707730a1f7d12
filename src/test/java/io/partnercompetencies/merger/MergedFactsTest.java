package io.partnercompetencies.merger;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures, overrides, attestations, locations and alerts of a company that becomes part of another one. */
@QuarkusTest
class MergedFactsTest {

    private static final String RESELLER = "surface-hub-authorised-device-reseller";

    @Inject
    PartnerFixture fixture;

    @Inject
    MergeFixture merges;

    @AfterEach
    void everything_is_consistent() {
        Consistency.check();
    }

    private void grants(Partner partner) {
        grants(partner, Map.of());
    }

    private void grants(Partner partner, Map<String, String> until) {
        admin().body(until)
                .put(partner.path("/attestations/" + RESELLER))
                .then()
                .statusCode(204);
    }

    private void overrides(Partner partner, String competency) {
        admin().body(Map.of("competencyId", competency, "level", "SILVER", "reason", "An exam is not recognised."))
                .post(partner.path("/overrides"))
                .then()
                .statusCode(201);
    }

    private Object total(Partner partner) {
        return fixture.get(partner.path("/performance"))
                .extract()
                .path("items.find { it.metric == 'active-entitlements' }.total");
    }

    @Test
    void figures_of_both_are_summed_from_the_merge_on() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        fixture.sends(contoso, PartnerFixture.entitlements("Adatum", 1500, fixture.month()))
                .statusCode(200);
        fixture.sends(fabrikam, PartnerFixture.entitlements("Adatum", 700, fixture.month()))
                .statusCode(200);
        fixture.advance(Duration.ofMinutes(5));
        var before = fixture.now().toString();
        var past = fixture.get(contoso.path("/competencies/cloud-productivity?asOf=" + before))
                .extract()
                .path("levels");
        fixture.advance(Duration.ofMinutes(5));
        merges.merge(contoso, fabrikam);

        assertThat(String.valueOf(total(contoso))).isEqualTo("2200");
        assertThat(total(fabrikam)).isIn(null, 0);
        fixture.lapse(Duration.ofMinutes(5));
        assertThat(fixture.get(contoso.path("/competencies/cloud-productivity?asOf=" + before))
                        .extract()
                        .<Object>path("levels"))
                .isEqualTo(past);
        assertThat(Sql.number(
                        "select count(*) from performance_record r join organization a on a.mpn_id = r.location_mpn_id"
                                + " where r.organization_id = ? and a.id = ? and r.superseded_at is null",
                        UUID.fromString(contoso.id()),
                        UUID.fromString(fabrikam.id())))
                .isEqualTo(1);
        Consistency.checkSnapshot(contoso);
    }

    @Test
    void no_figure_is_lost_where_both_name_the_same_customer_and_location() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        String mpnId = fixture.get(fabrikam.path("")).extract().path("mpnId");
        fixture.sends(contoso, at("L1", 5), at(mpnId, 1)).statusCode(200);
        fixture.sends(
                        fabrikam,
                        at("L1", 1300),
                        PartnerFixture.entitlements("Adatum", 1200, fixture.month()),
                        at(mpnId, 100))
                .statusCode(200);
        fixture.advance(Duration.ofMinutes(5));
        var before = fixture.now().toString();
        var past = progressAt(contoso, before);
        fixture.advance(Duration.ofMinutes(5));
        merges.merge(contoso, fabrikam);
        fixture.lapse(Duration.ofMinutes(5));

        assertThat(String.valueOf(total(contoso))).isEqualTo("2606");
        assertThat(progressAt(contoso, before)).isEqualTo(past);
        Consistency.checkSnapshot(contoso);
    }

    private Object progressAt(Partner partner, String at) {
        return fixture.get(partner.path("/competencies/cloud-productivity?asOf=" + at))
                .statusCode(200)
                .extract()
                .path("levels");
    }

    private Map<String, Object> at(String location, int value) {
        var record = PartnerFixture.entitlements("Adatum", value, fixture.month());
        record.put("locationMpnId", location);
        return record;
    }

    @Test
    void of_two_attestations_the_one_with_the_later_end_goes_on() {
        var sooner = fixture.now().plus(Duration.ofDays(10)).toString();
        var later = fixture.now().plus(Duration.ofDays(20)).toString();
        assertThat(attestedUntil(Map.of("until", sooner), Map.of())).containsExactly((String) null);
        assertThat(attestedUntil(Map.of("until", sooner), Map.of("until", later)))
                .containsExactly(later);
        assertThat(attestedUntil(Map.of("until", later), Map.of("until", sooner)))
                .containsExactly(later);
        assertThat(attestedUntil(Map.of(), Map.of("until", later))).containsExactly((String) null);
    }

    private List<String> attestedUntil(Map<String, String> own, Map<String, String> absorbed) {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        grants(contoso, own);
        grants(fabrikam, absorbed);
        merges.merge(contoso, fabrikam);
        return fixture.get(contoso.path("/attestations")).extract().path("items.until");
    }

    @Test
    void the_absorbed_company_is_a_location() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        merges.merge(contoso, fabrikam);
        assertThat(Sql.number(
                        "select count(*) from location l join organization a using (mpn_id)"
                                + " where l.organization_id = ? and a.id = ? and l.name = a.name",
                        UUID.fromString(contoso.id()),
                        UUID.fromString(fabrikam.id())))
                .isEqualTo(1);
    }

    @Test
    void overrides_and_attestations_in_force_are_the_surviving_company_s() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        overrides(fabrikam, "messaging");
        overrides(fabrikam, "devops");
        overrides(contoso, "devops");
        grants(fabrikam);
        fixture.advance(Duration.ofMinutes(5));
        var before = fixture.now().toString();
        fixture.advance(Duration.ofMinutes(5));
        merges.merge(contoso, fabrikam);
        fixture.lapse(Duration.ofMinutes(5));

        fixture.get(contoso.path("/overrides"))
                .body("items.competencyId", containsInAnyOrder("messaging", "devops", "devops"));
        fixture.get(contoso.path("/attestations")).body("items.attestation", contains(RESELLER));
        fixture.get(fabrikam.path("/overrides")).body("items", empty());
        fixture.get(fabrikam.path("/overrides?includeEnded=true")).body("totalCount", is(2));
        fixture.get(fabrikam.path("/attestations")).body("items", empty());
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("QUALIFIED");
        assertThat(fixture.stage(fabrikam, "messaging", "SILVER")).isEqualTo("NOT_STARTED");
        assertThat(stageAt(contoso, before)).isEqualTo("NOT_STARTED");
        assertThat(stageAt(fabrikam, before)).isEqualTo("QUALIFIED");
        Consistency.checkSnapshot(contoso);
    }

    private String stageAt(Partner partner, String at) {
        return fixture.get(partner.path("/competencies/messaging?asOf=" + at))
                .statusCode(200)
                .extract()
                .path("levels.find { it.level == 'SILVER' }.stage");
    }

    @Test
    void a_risk_goes_on_with_its_cause_and_people_and_one_that_the_other_company_heals_is_over() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var adatum = fixture.partner();
        var leaver = fixture.silverMember(fabrikam)[0];
        fixture.lapse(Duration.ofHours(1));
        fixture.leaves(leaver);
        fixture.openAlerts(fabrikam).body("items.cause", contains("USER_LEFT"));
        fixture.lapse(Duration.ofHours(1));
        merges.merge(contoso, fabrikam);
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("AT_RISK");
        fixture.openAlerts(fabrikam).body("items", empty());
        fixture.openAlerts(contoso)
                .body("items.cause", contains("USER_LEFT"))
                .body("items[0].people.userId", contains(leaver.id()))
                .body("items[0].raisedAt", is(fixture.now().toString()));
        fixture.get(contoso.path("/membership")).body("atRisk", is(true));

        fixture.messagingSilver(adatum);
        merges.merge(adatum, contoso);
        assertThat(fixture.stage(adatum, "messaging", "SILVER")).isEqualTo("ACTIVE");
        fixture.get(adatum.path("/alerts")).body("items", empty());
        fixture.get(contoso.path("/alerts?state=CLEARED")).body("totalCount", is(1));
    }

    @Test
    void a_term_that_its_dates_have_ended_is_not_merged_though_no_pass_has_seen_it() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        fixture.silverMember(fabrikam);
        fixture.lapse(Duration.ofDays(400));
        merges.merge(contoso, fabrikam);
        fixture.get(contoso.path("/membership")).body("status", is("NONE"));
        fixture.get(contoso.path("/subscriptions")).body("items.status", contains("EXPIRED"));
        fixture.get(fabrikam.path("/subscriptions")).body("items.status", contains("EXPIRED"));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("QUALIFIED");
    }
}
