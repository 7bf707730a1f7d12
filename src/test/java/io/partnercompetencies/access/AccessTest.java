package io.partnercompetencies.access;

import static io.partnercompetencies.Awaited.run;
import static io.partnercompetencies.http.Client.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.partnercompetencies.Sql;
import io.partnercompetencies.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessTest {

    @Inject
    Database database;

    @Inject
    Logins logins;

    @Inject
    Passwords passwords;

    private final UUID organizationId = UUID.randomUUID();
    private final UUID userId = UUID.randomUUID();

    /** Other tests sign in under the same names. */
    @AfterEach
    void forget_wrong_passwords() {
        Sql.change("delete from sign_in_failure");
    }

    @Test
    void the_built_in_admin_signs_in() {
        admin().get("/v1/test/access")
                .then()
                .statusCode(200)
                .body("userName", equalTo("admin"))
                .body("roles", contains("programme-admin"))
                .body("inOrganization", equalTo(false))
                .body("admin", equalTo(true));
    }

    @Test
    void nobody_gets_in_without_signing_in_whatever_the_address() {
        for (var path : new String[] {
            "/v1/test/access",
            "/v1/nothing",
            "/v1",
            "/v1/",
            "//v1/test/access",
            "/v1//test/access",
            "/v1/test/access/",
            "/v1/test/access;a=b",
            "/v1;x/test/access",
            "/%76%31/test/access",
            "/v1/./test/access",
            "/q/../v1/test/access",
            "/v1/test/../test/access"
        }) {
            int status = given().urlEncodingEnabled(false).get(path).statusCode();
            assertThat(status).as(path).isIn(400, 401, 404);
        }
        refused(given().get("/v1/nothing").then());
        refused(given().delete("/v1/test/access").then());
        refused(given().contentType("text/plain")
                .body("{")
                .post("/v1/test/access")
                .then());
    }

    @Test
    void health_metrics_and_the_description_are_open() {
        for (var path :
                new String[] {"/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/openapi"}) {
            given().get(path).then().statusCode(200);
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_refused_alike() {
        refused(basic("admin:wrong"));
        refused(basic("nobody:wrong"));
        refused(basic("admin:of-the-tests "));
        refused(basic("Admin:of-the-tests"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic ***",
                "Basic YWRtaW4",
                "Basic YWRtaW4=",
                "Basic Og==",
                "Basic OnB3",
                "Basic YWRtaW46",
                "Basic /////w==",
                "Basic YWRtaW46AA==",
                "Basic AGFkbWluOng=",
                "Bearer x.y.z",
                "Digest username=\"admin\"",
                "x",
                ""
            })
    void a_broken_authorization_header_is_refused(String header) {
        refused(given().header("Authorization", header).get("/v1/test/access").then());
    }

    @Test
    void a_password_may_be_very_long_and_hold_colons_and_any_letters() {
        refused(basic("admin:" + "x".repeat(6_000)));
        refused(basic("x".repeat(6_000) + ":y"));
        for (var password : new String[] {"a:b::c", "p\u00e4ssw\u00f6rter \u7530 \ud83d\ude00", "x".repeat(5_000)}) {
            var user = create(Role.PROGRAMME_ADMIN);
            var hash = run(() -> passwords.hash(password));
            run(() -> database.read("update login set password_hash = $2 where user_name = $1", user.userName(), hash));
            basic(user.userName() + ":" + password).statusCode(200);
            refused(basic(user.userName() + ":" + password.substring(1)));
            refused(basic(user.userName() + ":" + password.substring(0, password.length() - 1)));
        }
    }

    @Test
    void a_user_may_not_do_what_an_admin_may() {
        var user = create(Role.USER, Role.REPORT_VIEWER);
        assertThat(user.userName()).matches("ana\\.lopez-[a-z0-9]{5}");
        assertThat(user.temporaryPassword()).hasSizeGreaterThanOrEqualTo(16);
        given().auth()
                .preemptive()
                .basic(user.userName(), user.temporaryPassword())
                .get("/v1/test/access")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }

    @Test
    void the_role_is_judged_before_the_body_is_read() {
        var user = create(Role.USER);
        given().auth()
                .preemptive()
                .basic(user.userName(), user.temporaryPassword())
                .contentType("application/json")
                .body("{broken")
                .post("/v1/test/access")
                .then()
                .statusCode(403);
    }

    @Test
    void an_address_that_does_not_exist_is_404_for_everybody_signed_in() {
        var user = create(Role.USER);
        given().auth()
                .preemptive()
                .basic(user.userName(), user.temporaryPassword())
                .get("/v1/nothing")
                .then()
                .statusCode(404);
    }

    @Test
    void a_disabled_account_is_refused_at_once() {
        var user = create(Role.PROGRAMME_ADMIN);
        basic(user).statusCode(200);
        run(() -> database.transaction(() -> logins.disable(organizationId, userId)));
        refused(basic(user));
    }

    @Test
    void new_roles_act_at_once() {
        var user = create(Role.USER);
        basic(user).statusCode(403);
        run(() -> database.transaction(
                () -> logins.assign(organizationId, userId, Set.of(Role.PROGRAMME_ADMIN, Role.USER))));
        basic(user).statusCode(200).body("roles", containsInAnyOrder("programme-admin", "user"));
    }

    @Test
    void a_changed_password_ends_the_old_one_at_once() {
        var user = create(Role.PROGRAMME_ADMIN);
        basic(user).statusCode(200);
        var hash = run(() -> passwords.hash("another"));
        run(() -> database.read("update login set password_hash = $2 where user_name = $1", user.userName(), hash));
        refused(basic(user));
        basic(user.userName() + ":another").statusCode(200);
    }

    @Test
    void a_name_that_is_taken_gets_another_tail() {
        var names = IntStream.range(0, 20)
                .mapToObj(i -> create(Role.USER).userName())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(Logins.reduced("")).isEqualTo("user");
        assertThat(Logins.reduced("\u7530")).isEqualTo("user");
        assertThat(Logins.reduced("Jos\u00e9..\u00c1.")).isEqualTo("jose.a");
    }

    @Test
    void an_account_of_a_transaction_that_fails_does_not_exist() {
        int before = count();
        try {
            run(() -> logins.firstPassword()
                    .chain(first -> database.transaction(() -> logins.create(account("ana", Role.USER), first)
                            .chain(created -> Uni.createFrom().<Void>failure(new IllegalStateException("after"))))));
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("after");
        }
        assertThat(count()).isEqualTo(before);
    }

    private int count() {
        return run(() -> database.read("select 1 from login where user_id = $1", userId))
                .size();
    }

    /** Somebody whose password is no temporary one. */
    private Temporary create(Role... roles) {
        var made = run(() -> logins.firstPassword()
                .chain(first -> database.transaction(() -> logins.create(account("Ana.L\u00f3pez", roles), first))));
        Sql.change("update login set must_change = false where user_name = ?", made.userName());
        return made;
    }

    private NewWorkAccount account(String name, Role... roles) {
        return new NewWorkAccount(organizationId, userId, "Ana", "Contoso", name + "@contoso.example", Set.of(roles));
    }

    private static ValidatableResponse basic(Temporary user) {
        return basic(user.userName() + ":" + user.temporaryPassword());
    }

    private static ValidatableResponse basic(String credentials) {
        var encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return given().header("Authorization", "Basic " + encoded)
                .get("/v1/test/access")
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return answer.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Basic realm=\"Partner Competencies\", charset=\"UTF-8\""))
                .body("code", equalTo("unauthenticated"));
    }
}
