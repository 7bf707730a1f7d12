package io.partnercompetencies.access;

import static io.partnercompetencies.PartnerFixture.admin;
import static io.partnercompetencies.PartnerFixture.entitlements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrations that sign in with a secret of their own. */
@QuarkusTest
class ServiceAccountTest {

    private static final String ALL = "/v1/service-accounts";

    @Inject
    PartnerFixture partners;

    private Partner contoso;

    @BeforeEach
    void a_partner() {
        contoso = partners.partner();
    }

    @Test
    void an_integration_signs_in_with_the_secret_that_is_shown_once() {
        var made = create("Learning feed: M\u00fcnchen", "learning-provider", null)
                .statusCode(201)
                .header("Location", matchesPattern(".*" + ALL + "/[0-9a-f-]{36}"))
                .body("name", equalTo("Learning feed: M\u00fcnchen"))
                .body("role", equalTo("learning-provider"))
                .body("organizationId", nullValue())
                .body("userName", matchesPattern("svc-learningfeedmunchen-[a-z0-9]{5}"))
                .body("secret", matchesPattern("([a-z0-9]{5}-){3}[a-z0-9]{5}"));
        var feed = account(made);
        feed.as()
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("userName", equalTo(feed.userName()))
                .body("roles", contains("learning-provider"))
                .body("user", nullValue())
                .body("organization", nullValue())
                .body("associations", empty());
        feed.as().get("/v1/achievements?account=a@outlook.example").then().statusCode(200);
        feed.as().get(contoso.path("/competencies")).then().statusCode(403);

        admin().get(ALL + "/" + feed.userId()).then().statusCode(200).body("secret", nullValue());
        assertThat(items()).anySatisfy(item -> assertThat(item).containsEntry("id", feed.userId()));
        assertThat(items()).noneSatisfy(item -> assertThat(item).containsKey("secret"));
    }

    @Test
    void one_of_an_organization_reaches_that_one_only() {
        var feed =
                account(create("figures", "performance-provider", contoso.id()).statusCode(201));
        feed.as()
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("organization.id", equalTo(contoso.id()))
                .body("user", nullValue())
                .body("associations", empty());
        sends(feed, contoso).statusCode(200);
        sends(feed, partners.partner()).statusCode(404);

        var everywhere = account(create("figures", "performance-provider", null).statusCode(201));
        sends(everywhere, contoso).statusCode(200);
        sends(everywhere, partners.partner()).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"USER", "PROGRAMME_ADMIN", "LEARNING_PROVIDER", "PERFORMANCE_PROVIDER"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_role_of_an_organization_needs_one(Role role) {
        create("reader", role.text(), null).statusCode(422).body("errors.pointer", contains("/organizationId"));
        create("reader", role.text(), contoso.id()).statusCode(201).body("organizationId", equalTo(contoso.id()));
        create("reader", role.text(), UUID.randomUUID().toString())
                .statusCode(422)
                .body("errors.pointer", contains("/organizationId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"programme-admin", "learning-provider"})
    void a_role_of_the_programme_has_none(String role) {
        create("feed", role, contoso.id()).statusCode(422).body("errors.pointer", contains("/organizationId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "king", "", "LEARNING_PROVIDER"})
    void what_is_no_role_of_an_integration_is_refused(String role) {
        create("feed", role, contoso.id()).statusCode(422).body("errors.pointer", contains("/role"));
    }

    @Test
    void a_name_and_a_role_are_needed_and_nothing_else_is_known() {
        post(Map.of("role", "learning-provider")).statusCode(422).body("errors.pointer", contains("/name"));
        post(Map.of("name", "feed")).statusCode(422).body("errors.pointer", contains("/role"));
        post(Map.of("name", "a\nb", "role", "learning-provider")).statusCode(422);
        post(Map.of("name", "feed", "role", "learning-provider", "organizationId", "x"))
                .statusCode(400);
        post(Map.of("name", "feed", "role", "learning-provider", "secret", "mine"))
                .statusCode(400);
    }

    @Test
    void one_that_is_deleted_is_refused_from_the_next_call_on() {
        var feed = account(create("feed", "learning-provider", null).statusCode(201));
        var one = ALL + "/" + feed.userId();
        feed.as().get("/v1/me").then().statusCode(200);
        admin().header("If-Match", "\"7\"").delete(one).then().statusCode(412);
        var tag = admin().get(one).header("ETag");
        admin().header("If-None-Match", tag).get(one).then().statusCode(304);
        admin().header("If-Match", tag).delete(one).then().statusCode(204);
        feed.as().get("/v1/me").then().statusCode(401);
        admin().get(one).then().statusCode(404);
        admin().delete(one).then().statusCode(204);
        admin().get(ALL + "?size=200").then().body("items.id", not(hasItem(feed.userId())));
        admin().delete(ALL + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void repeated_under_its_key_the_creation_makes_no_other_and_shows_no_secret() {
        var key = UUID.randomUUID().toString();
        var first = createOnce(key).statusCode(201);
        createOnce(key)
                .statusCode(201)
                .body("id", equalTo(first.extract().path("id")))
                .body("secret", nullValue());
        account(first).as().get("/v1/me").then().statusCode(200);
    }

    @Test
    void the_secret_is_not_the_integration_s_to_change() {
        var feed = account(create("feed", "learning-provider", null).statusCode(201));
        feed.as()
                .body(Map.of("currentPassword", feed.password(), "newPassword", "another one of mine"))
                .post("/v1/me/password")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        feed.as().get("/v1/me").then().statusCode(200);
    }

    private static List<Map<String, Object>> items() {
        return admin().get(ALL + "?size=200").path("items");
    }

    private ValidatableResponse sends(Caller feed, Partner partner) {
        return feed.as()
                .body(Map.of("records", List.of(entitlements("fabrikam", 5, partners.month()))))
                .put(partner.path("/performance"))
                .then();
    }

    private static Caller account(ValidatableResponse created) {
        var made = created.extract().jsonPath();
        return new Caller(made.getString("userName"), made.getString("secret"), made.getString("id"), null);
    }

    private static ValidatableResponse create(String name, String role, String organizationId) {
        var body = new HashMap<String, Object>(Map.of("name", name, "role", role));
        if (organizationId != null) {
            body.put("organizationId", organizationId);
        }
        return post(body);
    }

    private static ValidatableResponse post(Map<String, ?> body) {
        return admin().body(body).post(ALL).then();
    }

    private static ValidatableResponse createOnce(String key) {
        return admin().header("Idempotency-Key", key)
                .body(Map.of("name", "feed", "role", "learning-provider"))
                .post(ALL)
                .then();
    }
}
