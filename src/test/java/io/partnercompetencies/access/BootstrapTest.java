package io.partnercompetencies.access;

import static io.partnercompetencies.Awaited.run;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercompetencies.Sql;
import io.partnercompetencies.database.Aside;
import io.partnercompetencies.database.Database;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BootstrapTest {

    private static final int COST_OF_A_QUARTER_SECOND = 12;

    @Inject
    Database database;

    @Inject
    Aside aside;

    @Inject
    Clock clock;

    @Inject
    Vertx vertx;

    @Inject
    Passwords passwords;

    @Inject
    Secrets secrets;

    @Inject
    OidcSettings provider;

    @Inject
    StoredLogins logins;

    @Inject
    PasswordCheck check;

    @Inject
    ProvenPasswords proven;

    @AfterEach
    void put_the_admin_back() {
        start(Optional.of("of-the-tests"));
        Sql.change("delete from sign_in_failure");
        assertThat(signIn("of-the-tests")).isEqualTo(200);
    }

    @Test
    void the_configured_password_of_the_admin_replaces_a_stored_one() {
        start(Optional.of("another: one"));
        assertThat(signIn("of-the-tests")).isEqualTo(401);
        assertThat(signIn("another: one")).isEqualTo(200);
        start(Optional.empty());
        assertThat(signIn("another: one")).isEqualTo(200);
    }

    @Test
    void of_copies_that_start_at_once_one_makes_the_admin() {
        Sql.change("update login set user_name = 'set-aside' where user_name = 'admin'");
        try {
            run(() -> Uni.join()
                    .all(IntStream.range(0, 8)
                            .mapToObj(
                                    i -> bootstrap(Optional.empty(), passwords).settled())
                            .toList())
                    .andFailFast());
            assertThat(Sql.number("select count(*) from login where user_name = 'admin'"))
                    .isEqualTo(1);
        } finally {
            Sql.change("delete from login where user_name = 'admin'");
            Sql.change("update login set user_name = 'admin' where user_name = 'set-aside'");
        }
    }

    @Test
    void a_start_does_not_wait_for_the_password_but_the_admin_does() {
        var slow = new Passwords(vertx, COST_OF_A_QUARTER_SECOND, COST_OF_A_QUARTER_SECOND);
        var starting = bootstrap(Optional.of("of-tomorrow"), slow);
        starting.start(new StartupEvent());
        assertThat(signIn("of-the-tests")).as("answered by a copy that goes on").isEqualTo(200);
        var here = new BuiltInLogins(starting, logins, check, proven);
        var identity = run(() -> here.identity(new BasicCredentials("admin", "of-tomorrow")));
        assertThat(identity.getPrincipal().getName()).isEqualTo("admin");
    }

    @Test
    void what_has_failed_at_the_start_is_tried_again_when_the_admin_signs_in() {
        Sql.change("alter table login rename to login_elsewhere");
        var starting = bootstrap(Optional.of("of-tomorrow"), passwords);
        try {
            starting.start(new StartupEvent());
            assertThatThrownBy(() -> run(starting::settled)).hasMessageContaining("login");
        } finally {
            Sql.change("alter table login_elsewhere rename to login");
        }
        run(starting::settled);
        assertThat(signIn("of-tomorrow")).isEqualTo(200);
    }

    private void start(Optional<String> password) {
        run(() -> bootstrap(password, passwords).settled());
    }

    private Bootstrap bootstrap(Optional<String> password, Passwords passwords) {
        return new Bootstrap(database, aside, clock, passwords, secrets, provider, password);
    }

    private static int signIn(String password) {
        return given().auth()
                .preemptive()
                .basic("admin", password)
                .get("/v1/test/access")
                .statusCode();
    }
}
