package io.partnercompetencies.user;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Employees, from creation to the day they leave (P1, P6). */
@QuarkusTest
class UserTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void a_new_user_has_a_name_to_sign_in_with() {
        var contoso = fixture.partner();
        var made = create(contoso, "Álvaro.Núñez@contoso.example")
                .statusCode(201)
                .body("organizationId", is(contoso.id()))
                .body("email", is("Álvaro.Núñez@contoso.example"))
                .body("roles", contains("user"))
                .body("status", is("ACTIVE"))
                .body("createdAt", is(fixture.now().toString()))
                .body("leftAt", nullValue())
                .body("credentials.userName", startsWith("alvaro.nunez"))
                .body("credentials.temporaryPassword", notNullValue())
                .extract();
        assertThat(made.header("Location")).endsWith(contoso.path("/users/" + made.path("id")));
        fixture.get(contoso.path("/users/" + made.path("id")))
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("credentials", nullValue());
    }

    @Test
    void an_address_is_unique_among_the_active_without_regard_to_case() {
        var contoso = fixture.partner();
        String id =
                create(contoso, "Ana@contoso.example").statusCode(201).extract().path("id");
        create(contoso, "ana@CONTOSO.example")
                .statusCode(409)
                .body("code", is("duplicate-user"))
                .body("errors.pointer", contains("/email"));
        create(fixture.partner(), "ana@contoso.example").statusCode(201);

        leave(contoso, id).statusCode(204);
        create(contoso, "ana@contoso.example").statusCode(201).body("id", not(is(id)));
        fixture.get(contoso.path("/users")).body("totalCount", is(2)).body("items.status", contains("LEFT", "ACTIVE"));
    }

    @Test
    void of_many_creations_with_one_address_at_once_one_wins() {
        var contoso = fixture.partner();
        var statuses = Together.times(
                10, i -> create(contoso, "twin@contoso.example").extract().statusCode());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void many_creations_at_once_all_succeed() {
        var contoso = fixture.partner();
        var statuses = Together.times(
                60,
                i -> create(contoso, "many" + i + "@contoso.example").extract().statusCode());
        assertThat(statuses).containsOnly(201);
    }

    @Test
    void leaving_is_kept_and_may_be_repeated() {
        var contoso = fixture.partner();
        var employee = fixture.employee(contoso);
        leave(contoso, employee.id()).statusCode(204);
        var leftAt = fixture.now().toString();
        fixture.lapse(Duration.ofHours(1));
        leave(contoso, employee.id()).statusCode(204);
        fixture.get(employee.path("")).body("status", is("LEFT")).body("leftAt", is(leftAt));
        patch(employee.path(""), Map.of("firstName", "New")).statusCode(409).body("code", is("user-left"));
    }

    @Test
    void a_patch_changes_what_it_names() {
        var employee = fixture.employee(fixture.partner());
        String email = fixture.get(employee.path("")).extract().path("email");
        patch(employee.path(""), Map.of("firstName", "New", "roles", List.of("global-admin")))
                .statusCode(200)
                .body("firstName", is("New"))
                .body("lastName", startsWith("employee"))
                .body("email", is(email))
                .body("roles", containsInAnyOrder("global-admin", "user"));
        var removed = new LinkedHashMap<String, Object>();
        removed.put("roles", null);
        patch(employee.path(""), removed).statusCode(200).body("roles", contains("user"));
        patch(employee.path(""), Map.of()).statusCode(200).body("firstName", is("New"));

        var required = new LinkedHashMap<String, Object>();
        required.put("email", null);
        patch(employee.path(""), required).statusCode(422).body("errors.pointer", contains("/email"));
        patch(employee.path(""), Map.of("email", "nobody")).statusCode(422);
        for (var readOnly : List.of("id", "status", "createdAt", "organizationId", "userName", "age")) {
            patch(employee.path(""), Map.of(readOnly, "x"))
                    .statusCode(400)
                    .body("errors.pointer", contains("/" + readOnly));
        }
        fixture.get(employee.path("")).body("firstName", is("New")).body("email", is(email));
    }

    @Test
    void a_patch_cannot_take_the_address_of_another() {
        var contoso = fixture.partner();
        create(contoso, "taken@contoso.example").statusCode(201);
        var employee = fixture.employee(contoso);
        patch(employee.path(""), Map.of("email", "TAKEN@contoso.example"))
                .statusCode(409)
                .body("code", is("duplicate-user"));
    }

    @Test
    void a_change_of_what_somebody_else_changed_is_refused() {
        var employee = fixture.employee(fixture.partner());
        var seen = fixture.get(employee.path("")).extract().header("ETag");
        var changed = patch(employee.path(""), Map.of("firstName", "First"))
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(changed).isNotEqualTo(seen);
        admin().header("If-Match", seen)
                .body(Map.of("firstName", "Second"))
                .patch(employee.path(""))
                .then()
                .statusCode(412)
                .body("code", is("etag-mismatch"));
        admin().header("If-Match", seen).delete(employee.path("")).then().statusCode(412);
        fixture.get(employee.path("")).body("firstName", is("First")).body("status", is("ACTIVE"));
        admin().header("If-None-Match", changed).get(employee.path("")).then().statusCode(304);
        admin().header("If-Match", changed).delete(employee.path("")).then().statusCode(204);
    }

    @Test
    void edits_and_a_departure_at_once_need_nobody_to_repeat_them() {
        var contoso = fixture.partner();
        var employee = fixture.linkedEmployee(contoso);
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 12; i++) {
            var name = "Name" + i;
            calls.add(() -> patch(employee.path(""), Map.of("firstName", name))
                    .extract()
                    .statusCode());
        }
        assertThat(Together.all(calls)).containsOnly(200);
        calls.add(6, () -> leave(contoso, employee.id()).extract().statusCode());
        assertThat(Together.all(calls)).contains(204).isSubsetOf(200, 204, 409);
        fixture.get(employee.path("")).body("status", is("LEFT"));
        Consistency.check();
    }

    @Test
    void roles_are_those_of_an_organization() {
        var contoso = fixture.partner();
        for (var role : new String[] {"programme-admin", "learning-provider", "king", "", "GLOBAL_ADMIN"}) {
            create(contoso, "role@contoso.example", role).statusCode(422).body("errors.pointer", contains("/roles/0"));
        }
        create(contoso, "role@contoso.example", "report-viewer", "account-admin")
                .statusCode(201)
                .body("roles", containsInAnyOrder("account-admin", "report-viewer", "user"));
        admin().body(Map.of(
                        "firstName",
                        "A",
                        "lastName",
                        "B",
                        "displayName",
                        "C",
                        "email",
                        "n@contoso.example",
                        "roles",
                        Collections.singletonList(null)))
                .post(contoso.path("/users"))
                .then()
                .statusCode(422);
    }

    @Test
    void another_organizations_user_is_not_found() {
        var employee = fixture.employee(fixture.partner());
        var elsewhere = fixture.partner().path("/users/" + employee.id());
        fixture.get(elsewhere).statusCode(404).body("code", is("not-found"));
        patch(elsewhere, Map.of("firstName", "X")).statusCode(404);
        admin().delete(elsewhere).then().statusCode(404);
        fixture.get(elsewhere + "/achievements").statusCode(404);
        fixture.get(elsewhere + "/microsoft-accounts").statusCode(404);
        var nobody = new Partner(UUID.randomUUID().toString());
        create(nobody, "a@contoso.example").statusCode(404);
        fixture.get(nobody.path("/users")).statusCode(404);
        fixture.get(employee.path("")).body("status", is("ACTIVE"));
    }

    @Test
    void the_list_can_be_narrowed_by_status_and_beginning() {
        var contoso = fixture.partner();
        create(contoso, "zoe_1@contoso.example").statusCode(201);
        create(contoso, "zoe%2@contoso.example").statusCode(201);
        String left = create(contoso, "adam@contoso.example")
                .statusCode(201)
                .extract()
                .path("id");
        leave(contoso, left).statusCode(204);

        emails(contoso, "?q=ZOE", "zoe_1@contoso.example", "zoe%2@contoso.example");
        emails(contoso, "?q=zoe_", "zoe_1@contoso.example");
        emails(contoso, "?q=oe");
        emails(contoso, "?q=first", "zoe_1@contoso.example", "zoe%2@contoso.example", "adam@contoso.example");
        emails(contoso, "?q=last&status=LEFT", "adam@contoso.example");
        emails(contoso, "?status=ACTIVE", "zoe_1@contoso.example", "zoe%2@contoso.example");
        fixture.get(contoso.path("/users?status=GONE")).statusCode(400);
        fixture.get(contoso.path("/users?size=1"))
                .body("totalCount", is(3))
                .body("items.email", contains("zoe_1@contoso.example"));
    }

    private void emails(Partner partner, String query, Object... expected) {
        fixture.get(partner.path("/users") + query)
                .statusCode(200)
                .body("totalCount", is(expected.length))
                .body("items.email", is(List.of(expected)));
    }

    @Test
    void a_repeated_creation_shows_the_user_and_no_password() {
        var contoso = fixture.partner();
        var key = UUID.randomUUID().toString();
        var first = createOnce(contoso, key).statusCode(201).extract();
        createOnce(contoso, key)
                .statusCode(201)
                .header("Location", is(first.header("Location")))
                .body("id", is(first.<String>path("id")))
                .body("credentials.temporaryPassword", nullValue());
        fixture.get(contoso.path("/users")).body("totalCount", is(1));
    }

    private static ValidatableResponse createOnce(Partner partner, String key) {
        return admin().header("Idempotency-Key", key)
                .body(body("once@contoso.example"))
                .post(partner.path("/users"))
                .then();
    }

    private static ValidatableResponse create(Partner partner, String email, String... roles) {
        var body = body(email);
        if (roles.length > 0) {
            body.put("roles", List.of(roles));
        }
        return admin().body(body).post(partner.path("/users")).then();
    }

    private static Map<String, Object> body(String email) {
        var body = new LinkedHashMap<String, Object>();
        body.put("firstName", "First");
        body.put("lastName", "Last");
        body.put("displayName", "Display");
        body.put("email", email);
        return body;
    }

    private static ValidatableResponse patch(String path, Map<String, ?> changes) {
        return admin().body(changes).patch(path).then();
    }

    private static ValidatableResponse leave(Partner partner, String userId) {
        return admin().delete(partner.path("/users/" + userId)).then();
    }
}
