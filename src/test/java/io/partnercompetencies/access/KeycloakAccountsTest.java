package io.partnercompetencies.access;

import static io.partnercompetencies.Awaited.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts of employees in Keycloak and the register of them here: both, or neither. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class KeycloakAccountsTest {

    private static TestKeycloak keycloak;

    @Inject
    Database database;

    @Inject
    WorkAccounts accounts;

    private final UUID organizationId = UUID.randomUUID();
    private final UUID userId = UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        keycloak = new TestKeycloak(WithProvider.port());
    }

    @AfterAll
    static void stop() {
        keycloak.stop();
    }

    @AfterEach
    void mend() {
        keycloak.works();
        keycloak.users.clear();
        keycloak.roles.clear();
    }

    @Test
    void a_new_employee_is_made_in_keycloak_and_must_change_the_password() {
        var made = create(Role.USER, Role.GLOBAL_ADMIN);
        assertThat(made.userName()).matches("ana-[a-z0-9]{5}");
        assertThat(only().getString("username")).isEqualTo(made.userName());
        assertThat(only().getJsonArray("requiredActions")).containsExactly("UPDATE_PASSWORD");
        assertThat(only().getJsonArray("credentials").getJsonObject(0).getString("value"))
                .isEqualTo(made.temporaryPassword());
        assertThat(only().getJsonObject("attributes").getJsonArray("organization_id"))
                .containsExactly(organizationId.toString());
        assertThat(only().getJsonObject("attributes").getJsonArray("user_id")).containsExactly(userId.toString());
        assertThat(roles()).containsExactlyInAnyOrder("user", "global-admin");
        assertThat(registered()).isEqualTo(1);
    }

    @Test
    void an_employee_of_a_transaction_that_fails_is_nowhere() {
        catchThrowableOfType(
                IllegalStateException.class,
                () -> run(() -> accounts.firstPassword()
                        .chain(first -> database.transaction(() -> accounts.create(ana(Role.USER), first)
                                .chain(made -> Uni.createFrom().<Void>failure(new IllegalStateException("after")))))));
        assertThat(keycloak.users).isEmpty();
        assertThat(registered()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "POST /users, 500, IDENTITY_PROVIDER_UNAVAILABLE",
        "POST /users, 403, IDENTITY_PROVIDER_UNAVAILABLE",
        "POST /users, 0, IDENTITY_PROVIDER_UNAVAILABLE",
        "POST /users, 409, DUPLICATE_USER",
        "POST /users, 400, INVALID",
        "GET /roles, 500, IDENTITY_PROVIDER_UNAVAILABLE",
    })
    void an_employee_whom_keycloak_does_not_take_is_nowhere(String call, int status, Code code) {
        keycloak.failsOn(call, status);
        assertThat(refusal(() -> create(Role.USER)).code()).isEqualTo(code);
        assertThat(keycloak.users).isEmpty();
        assertThat(registered()).isZero();
    }

    @Test
    void a_token_that_keycloak_has_forgotten_is_replaced() {
        create(Role.USER);
        keycloak.forgetsTokens();
        change(() -> accounts.assign(organizationId, userId, Set.of(Role.USER, Role.REPORT_VIEWER)));
        assertThat(roles()).containsExactlyInAnyOrder("user", "report-viewer");
    }

    @Test
    void roles_are_given_and_taken_in_both_or_in_neither() {
        create(Role.USER, Role.GLOBAL_ADMIN);
        change(() -> accounts.assign(organizationId, userId, Set.of(Role.USER, Role.REPORT_VIEWER)));
        assertThat(roles()).containsExactlyInAnyOrder("user", "report-viewer");
        keycloak.failsOn("GET /users", 503);
        assertThat(refusal(() -> change(() -> accounts.assign(organizationId, userId, Set.of(Role.GLOBAL_ADMIN))))
                        .code())
                .isEqualTo(Code.IDENTITY_PROVIDER_UNAVAILABLE);
        assertThat(run(() -> database.read("select roles from login where user_id = $1", userId))
                        .get(0)
                        .getString("roles"))
                .isEqualTo("report-viewer user");
    }

    @Test
    void a_reset_password_is_a_temporary_one() {
        var made = create(Role.USER);
        var reset = run(() -> accounts.firstPassword()
                .chain(first -> database.transaction(() -> accounts.reset(organizationId, userId, first))));
        assertThat(reset.userName()).isEqualTo(made.userName());
        assertThat(reset.temporaryPassword()).isNotEqualTo(made.temporaryPassword());
        var password = only().getJsonArray("credentials").getJsonObject(0);
        assertThat(password.getString("value")).isEqualTo(reset.temporaryPassword());
        assertThat(password.getBoolean("temporary")).isTrue();
    }

    @Test
    void who_leaves_is_disabled_and_who_is_erased_is_deleted() {
        create(Role.USER);
        change(() -> accounts.disable(organizationId, userId));
        assertThat(only().getBoolean("enabled")).isFalse();
        change(() -> accounts.erase(organizationId, userId));
        assertThat(keycloak.users).isEmpty();
        assertThat(registered()).isZero();
    }

    @Test
    void who_is_gone_from_keycloak_can_leave_all_the_same() {
        create(Role.USER);
        keycloak.users.clear();
        change(() -> accounts.disable(organizationId, userId));
        assertThat(refusal(() -> change(() -> accounts.reset(organizationId, userId, new FirstPassword("x", "!"))
                                .replaceWithVoid()))
                        .getMessage())
                .contains("does not know this employee");
        change(() -> accounts.erase(organizationId, userId));
        assertThat(registered()).isZero();
    }

    @Test
    void somebody_else_of_that_name_is_left_alone() {
        create(Role.USER);
        only().getJsonObject("attributes").getJsonArray("organization_id").set(0, "another");
        change(() -> accounts.disable(organizationId, userId));
        assertThat(only().getBoolean("enabled")).isTrue();
    }

    private Temporary create(Role... roles) {
        return run(() -> accounts.firstPassword()
                .chain(first -> database.transaction(() -> accounts.create(ana(roles), first))));
    }

    private void change(Supplier<Uni<Void>> work) {
        run(() -> database.transaction(work));
    }

    private NewWorkAccount ana(Role... roles) {
        return new NewWorkAccount(organizationId, userId, "Ana", "Contoso", "ana@contoso.example", Set.of(roles));
    }

    private int registered() {
        return run(() -> database.read("select 1 from login where user_id = $1", userId))
                .size();
    }

    private static JsonObject only() {
        assertThat(keycloak.users).hasSize(1);
        return keycloak.users.values().iterator().next();
    }

    private static List<String> roles() {
        return keycloak.roles.values().iterator().next().stream()
                .map(role -> ((JsonObject) role).getString("name"))
                .toList();
    }

    private static Refusal refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run);
    }
}
