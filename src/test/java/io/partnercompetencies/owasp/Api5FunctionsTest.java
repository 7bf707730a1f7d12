package io.partnercompetencies.owasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API5:2023, broken function level authorization: a partner with every role it can give wants to be its own judge. */
@QuarkusTest
class Api5FunctionsTest {

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    private Partner contoso;
    private Caller attacker;

    @BeforeEach
    void somebody_with_all_the_roles_of_a_partner() {
        contoso = partners.partner();
        attacker = callers.signedIn(
                contoso,
                "global-admin",
                "mpn-partner-admin",
                "account-admin",
                "user-management-admin",
                "report-viewer",
                "executive-report-viewer",
                "user");
    }

    @Test
    void a_partner_does_not_send_its_own_figures() {
        refused(
                "PUT",
                contoso.path("/performance"),
                Map.of("records", List.of(PartnerFixture.entitlements("customer", 1_000_000, partners.month()))));
        partners.get(contoso.path("/performance")).body("items.total", empty());
    }

    @Test
    void a_partner_does_not_override_what_it_lacks() {
        refused(
                "POST",
                contoso.path("/overrides"),
                Map.of("competencyId", "messaging", "level", "GOLD", "reason", "we deserve it"));
        refused("GET", contoso.path("/overrides"), null);
        PartnerFixture.admin().get(contoso.path("/overrides")).then().body("totalCount", equalTo(0));
        assertThat(partners.stage(contoso, "messaging", "GOLD")).isEqualTo("NOT_STARTED");
    }

    @Test
    void a_partner_ends_no_override_either() {
        String made = PartnerFixture.admin()
                .body(Map.of("competencyId", "messaging", "level", "GOLD", "reason", "a pilot"))
                .post(contoso.path("/overrides"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        refused("DELETE", contoso.path("/overrides/" + made), null);
    }

    @Test
    void a_partner_attests_nothing_to_itself() {
        refused("PUT", contoso.path("/attestations/hosting"), Map.of());
        refused("DELETE", contoso.path("/attestations/hosting"), null);
    }

    @Test
    void a_partner_exempts_nobody() {
        refused(
                "POST",
                "/v1/exemptions",
                Map.of("anniversaryFrom", "2026-01-01", "anniversaryTo", "2099-01-01", "reason", "everybody"));
        refused("GET", "/v1/exemptions", null);
    }

    @Test
    void a_partner_earns_and_revokes_nothing_by_itself() {
        var employee = partners.linkedEmployee(contoso);
        var earned = partners.passesNow(employee, "70-347");
        var wished = Map.of(
                "account",
                employee.account(),
                "type",
                "EXAM",
                "credential",
                "70-345",
                "achievedAt",
                partners.now().toString());
        refused("POST", "/v1/achievements", wished);
        refused("POST", "/v1/achievements/batch", List.of(wished));
        refused("GET", "/v1/achievements?account=" + employee.account(), null);
        refused("DELETE", "/v1/achievements/" + earned, null);
        assertThat(partners.statuses(contoso)).containsExactly("PENDING");
    }

    @Test
    void a_partner_makes_no_partners_and_counts_none() {
        refused(
                "POST",
                "/v1/organizations",
                Map.of(
                        "mpnId",
                        "mpn-" + UUID.randomUUID(),
                        "name",
                        "Fabrikam",
                        "country",
                        "IT",
                        "market",
                        "DEVELOPING"));
        refused("GET", "/v1/organizations", null);
    }

    @Test
    void nobody_links_an_account_for_a_colleague() {
        var colleague = partners.employee(contoso);
        var association = partners.association(colleague, "LEARN");
        refused(
                "POST",
                colleague.path("/microsoft-accounts"),
                Map.of("account", PartnerFixture.newAccount(), "kind", "PARTNER_UNIVERSITY"));
        refused("DELETE", colleague.path("/microsoft-accounts/" + association), null);
    }

    /** The same call in another spelling: none may be a way round. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/organizations/{id}/overrides/",
                "/v1/organizations/{id}/overrides//",
                "//v1/organizations/{id}/overrides",
                "/v1//organizations/{id}/overrides",
                "/v1/./organizations/{id}/overrides",
                "/v1/competencies/../organizations/{id}/overrides",
                "/v1/organizations/{id}/%6fverrides",
                "/v1/organizations/{id}/overrides;role=programme-admin",
                "/v1;a=b/organizations/{id}/overrides",
                "/v1/organizations/{id}/overrides?organizationId=other",
                "/v1/organizations/{id}/overrides%2f",
                "/v1/organizations/{id}/overrides%00",
                "/v1/organizations/{id}/Overrides",
                "/V1/organizations/{id}/overrides"
            })
    void a_path_in_disguise_leads_nowhere(String disguise) {
        int status = attacker.as()
                .urlEncodingEnabled(false)
                .body("{\"competencyId\":\"messaging\",\"level\":\"GOLD\",\"reason\":\"we deserve it\"}")
                .post(disguise.replace("{id}", contoso.id()))
                .statusCode();
        assertThat(status).isIn(400, 403, 404, 405);
        PartnerFixture.admin().get(contoso.path("/overrides")).then().body("totalCount", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void a_method_in_disguise_is_the_method_that_was_sent(String header) {
        attacker.as()
                .header(header, "DELETE")
                .get(contoso.path("/users/" + attacker.userId()))
                .then()
                .statusCode(200);
        attacker.as().get("/v1/me").then().statusCode(200);
    }

    private void refused(String method, String path, Object body) {
        var call = attacker.as();
        (body == null ? call : call.body(body))
                .request(method, path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }
}
