package io.partnercompetencies.merger;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of an organisation that is part of another one: its past, at its own address. */
@QuarkusTest
class MergedOrganizationTest {

    private static final Map<String, String> NAMES =
            Map.of("firstName", "Bo", "lastName", "Lind", "displayName", "Bo", "email", "bo.lind@fabrikam.example");

    @Inject
    PartnerFixture fixture;

    @Inject
    MergeFixture merges;

    @Inject
    Callers callers;

    @AfterEach
    void everything_is_consistent() {
        Consistency.check();
    }

    @Test
    void its_address_shows_what_was_and_that_it_is_over() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        fixture.silverMember(fabrikam);
        fixture.advance(Duration.ofDays(1));
        var employees = fixture.get(fabrikam.path("/users")).extract().<List<String>>path("items.id");
        merges.merge(contoso, fabrikam);
        var at = fixture.now().toString();
        fixture.advance(Duration.ofDays(1));

        fixture.get(fabrikam.path("")).body("mergedInto", is(contoso.id()));
        fixture.get(contoso.path("")).body("mergedInto", nullValue());
        fixture.get(fabrikam.path("/users"))
                .body("items.id", is(employees))
                .body("items.status", everyItem(is("LEFT")))
                .body("items.leftAt", everyItem(is(at)));
        fixture.get(fabrikam.path("/membership"))
                .body("status", is("EXPIRED"))
                .body("renewalWindow", nullValue())
                .body("daysUntilExpiry", nullValue())
                .body("atRisk", is(false));
        fixture.get(fabrikam.path("/subscriptions")).body("items.status", contains("MERGED"));
        fixture.get(contoso.path("/subscriptions"))
                .body("items.status", contains("ACTIVE", "MERGED"))
                .body("items.mergedFrom", contains(null, fabrikam.id()));
        fixture.get(fabrikam.path("/marketing-profile")).body("competencies", is(List.of()));
        assertThat(fixture.stage(fabrikam, "messaging", "SILVER")).isEqualTo("INACTIVE");
        fixture.get(fabrikam.path("/forecast")).statusCode(200);
        fixture.get(fabrikam.path("/eligibility")).statusCode(200).body("renewal", nullValue());
        fixture.openAlerts(fabrikam).body("totalCount", is(0));
        assertThat(Sql.number(
                        "select count(*) from standing where organization_id = ? and next_due_at is null",
                        UUID.fromString(fabrikam.id())))
                .isEqualTo(1);
        assertThat(fixture.sync()).isZero();
    }

    @Test
    void nothing_of_it_can_be_changed() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var bo = fixture.linkedEmployee(fabrikam);
        var association = fixture.get(bo.path("/microsoft-accounts")).extract().path("items[0].id");
        fixture.silverMember(fabrikam);
        String override = admin().body(Map.of("competencyId", "messaging", "level", "GOLD", "reason", "Why not."))
                .post(fabrikam.path("/overrides"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var gone = fixture.employee(fabrikam);
        fixture.leaves(gone);
        merges.merge(contoso, fabrikam);
        var before = fixture.get(fabrikam.path("/users")).extract().asString();

        for (var refused : List.of(
                admin().body(NAMES).post(fabrikam.path("/users")),
                admin().body(Map.of("name", "Fabrikam again")).patch(fabrikam.path("")),
                admin().body(Map.of("lastName", "Other")).patch(bo.path("")),
                admin().delete(bo.path("")),
                admin().delete(gone.path("/personal-data")),
                admin().body(Map.of("account", bo.account(), "kind", "PARTNER_UNIVERSITY"))
                        .post(bo.path("/microsoft-accounts")),
                admin().delete(bo.path("/microsoft-accounts/" + association)),
                admin().body(Map.of("records", List.of(PartnerFixture.entitlements("Adatum", 1, fixture.month()))))
                        .put(fabrikam.path("/performance")),
                admin().body(Map.of("competencyId", "messaging", "level", "GOLD", "reason", "Why not."))
                        .post(fabrikam.path("/overrides")),
                admin().delete(fabrikam.path("/overrides/" + override)),
                admin().body(Map.of()).put(fabrikam.path("/attestations/surface-hub-authorised-device-reseller")),
                admin().body(Map.of("level", "SILVER")).post(fabrikam.path("/subscriptions")),
                admin().contentType("text/csv")
                        .body("firstName,lastName,displayName,email\nBo,Lind,Bo,bo@fabrikam.example\n")
                        .post(fabrikam.path("/user-imports")),
                admin().body(Map.of("absorbedOrganizationId", fixture.partner().id()))
                        .post(fabrikam.path("/merge")))) {
            refused.then()
                    .statusCode(409)
                    .body("code", is("organization-merged"))
                    .body("mergedInto", is(contoso.id()));
        }
        admin().post(bo.path("/password-reset")).then().statusCode(409);
        admin().body(Map.of("name", "Figures", "role", "performance-provider", "organizationId", fabrikam.id()))
                .post("/v1/service-accounts")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/organizationId"));
        assertThat(fixture.get(fabrikam.path("/users")).extract().asString()).isEqualTo(before);
    }

    @Test
    void its_people_sign_in_as_before_and_read_both_addresses() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var ana = callers.signedIn(contoso, "global-admin");
        var bo = callers.signedIn(fabrikam, "global-admin");
        var viewer = callers.signedIn(fabrikam, "report-viewer");
        var plain = callers.signedIn(fabrikam);
        var stranger = callers.signedIn(fixture.partner(), "global-admin");
        var integration = admin().body(
                        Map.of("name", "Figures", "role", "performance-provider", "organizationId", fabrikam.id()))
                .post("/v1/service-accounts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        ana.as().get(fabrikam.path("")).then().statusCode(404);
        bo.as().get(contoso.path("")).then().statusCode(404);
        merges.merge(contoso, fabrikam);

        for (var admin : List.of(ana, bo)) {
            for (var path : List.of("", "/users", "/competencies", "/subscriptions", "/audit-records")) {
                admin.as().get(contoso.path(path)).then().statusCode(200);
                admin.as().get(fabrikam.path(path)).then().statusCode(200);
            }
            admin.as()
                    .body(NAMES)
                    .post(fabrikam.path("/users"))
                    .then()
                    .statusCode(409)
                    .body("code", is("organization-merged"))
                    .body("mergedInto", is(contoso.id()));
            admin.as()
                    .body(Map.of("reason", "Why not."))
                    .post(fabrikam.path("/overrides"))
                    .then()
                    .statusCode(403);
        }
        bo.as().get("/v1/me").then().statusCode(200).body("organization.id", is(contoso.id()));
        viewer.as().get(fabrikam.path("/competencies")).then().statusCode(200);
        viewer.as().get(fabrikam.path("/users")).then().statusCode(403);
        plain.as().get(fabrikam.path("/users/" + plain.userId())).then().statusCode(200);
        plain.as().get(fabrikam.path("/users/" + bo.userId())).then().statusCode(403);
        plain.as().get(fabrikam.path("/users")).then().statusCode(403);
        for (var path : List.of("", "/users", "/competencies")) {
            stranger.as().get(fabrikam.path(path)).then().statusCode(404);
            stranger.as().get(contoso.path(path)).then().statusCode(404);
        }
        stranger.as().body(NAMES).post(fabrikam.path("/users")).then().statusCode(404);
        var figures = Map.of("records", List.of(PartnerFixture.entitlements("Adatum", 1, fixture.month())));
        var machine =
                new Callers.Caller(integration.getString("userName"), integration.getString("secret"), null, contoso);
        machine.as().body(figures).put(contoso.path("/performance")).then().statusCode(200);
        machine.as().body(figures).put(fabrikam.path("/performance")).then().statusCode(409);
        admin().get("/v1/service-accounts/" + integration.getString("id"))
                .then()
                .body("organizationId", is(contoso.id()));
    }

    @Test
    void what_was_part_of_it_goes_along() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var adatum = fixture.partner();
        var bo = callers.signedIn(adatum, "global-admin");
        fixture.silverMember(adatum);
        fixture.advance(Duration.ofHours(1));
        merges.merge(fabrikam, adatum);
        fixture.advance(Duration.ofHours(1));
        merges.merge(contoso, fabrikam);

        fixture.get(adatum.path("")).body("mergedInto", is(contoso.id()));
        bo.as().get(adatum.path("/users")).then().statusCode(200);
        bo.as().get(contoso.path("/users")).then().body("totalCount", is(3));
        fixture.get(contoso.path("/membership")).body("level", is("SILVER")).body("status", is("ACTIVE"));
        fixture.get(contoso.path("/subscriptions"))
                .body("items.status", contains("ACTIVE", "MERGED", "MERGED"))
                .body("items.mergedFrom", containsInAnyOrder(null, fabrikam.id(), adatum.id()));
        assertThat(fixture.stage(contoso, "messaging", "SILVER")).isEqualTo("ACTIVE");
    }
}
