package io.partnercompetencies.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wrong passwords in a row lock a name, for longer and longer, and tell nobody whether it exists. */
@QuarkusTest
class LockoutTest {

    private static final int FREE = 5;

    /** What a caller sees, but for the ids of the request. */
    private record Seen(int status, String body, String retryAfter) {

        static Seen of(Response answer) {
            return new Seen(
                    answer.statusCode(),
                    answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", ""),
                    answer.header("Retry-After"));
        }
    }

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    @Inject
    SettableClock clock;

    @Inject
    SignInFailures failures;

    private Caller ana;

    /** Who has a password of her own that the service has not seen for a minute. */
    @BeforeEach
    void somebody() {
        ana = callers.signedIn(partners.partner());
        clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void some_failures_are_free_and_then_even_the_right_password_has_to_wait() {
        fail(ana.userName(), FREE + 1);
        var refused = ana.as().get("/v1/me").then();
        refused.statusCode(429).body("code", equalTo("too-many-requests")).header("Retry-After", "1");
        clock.advance(Duration.ofSeconds(1));
        ana.as().get("/v1/me").then().statusCode(200);
    }

    @Test
    void the_right_password_begins_the_count_anew() {
        for (int i = 0; i < 3; i++) {
            fail(ana.userName(), FREE);
            ana.as().get("/v1/me").then().statusCode(200);
            clock.advance(Duration.ofMinutes(2));
        }
    }

    @Test
    void each_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        fail(ana.userName(), FREE);
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 13; i++) {
            fail(ana.userName(), 1);
            var wait = Long.parseLong(guess(ana.userName(), "wrong").header("Retry-After"));
            waits.add(wait);
            clock.advance(Duration.ofSeconds(wait));
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L);
        ana.as().get("/v1/me").then().statusCode(200);
    }

    @Test
    void a_name_that_nobody_has_or_that_is_disabled_or_has_no_password_here_answers_alike() {
        var known = answers(ana.userName());
        assertThat(known).extracting(Seen::status).containsExactly(401, 401, 401, 401, 401, 401, 429, 429);
        assertThat(answers("nobody-" + UUID.randomUUID())).isEqualTo(known);
        assertThat(answers("no\u00f1o " + UUID.randomUUID())).isEqualTo(known);

        var disabled = callers.signedIn(ana.partner());
        PartnerFixture.admin()
                .delete(ana.partner().path("/users/" + disabled.userId()))
                .then()
                .statusCode(204);
        assertThat(answers(disabled.userName())).isEqualTo(known);

        var elsewhere = callers.signedIn(ana.partner());
        Sql.change("update login set password_hash = null where user_name = ?", elsewhere.userName());
        assertThat(answers(elsewhere.userName())).isEqualTo(known);
    }

    @Test
    void who_has_just_signed_in_goes_on_while_others_guess() {
        ana.as().get("/v1/me").then().statusCode(200);
        fail(ana.userName(), FREE + 1);
        guess(ana.userName(), ana.password() + "!").then().statusCode(429);
        ana.as().get("/v1/me").then().statusCode(200);
    }

    @Test
    void of_many_guesses_at_once_no_more_are_answered_than_one_after_the_other() {
        var statuses =
                Together.times(40, i -> guess(ana.userName(), "guess " + i).statusCode());
        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(FREE + 1);
    }

    @Test
    void a_right_password_that_was_being_checked_while_the_name_was_locked_tells_nothing() throws Throwable {
        var before = clock.instant();
        fail(ana.userName(), FREE + 1);
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> failures.pass(ana.userName(), before)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> failures.count(ana.userName(), before)))
                .isInstanceOf(Refusal.class);
        assertThat(failed(ana.userName())).isEqualTo(FREE + 1);
    }

    @Test
    void another_name_is_not_concerned() {
        fail(ana.userName(), FREE + 1);
        callers.signedIn(ana.partner()).as().get("/v1/me").then().statusCode(200);
    }

    @Test
    void failures_of_long_ago_are_forgotten() throws Throwable {
        fail(ana.userName(), FREE + 1);
        clock.advance(Duration.ofHours(1));
        fail(ana.userName(), FREE);
        guess(ana.userName(), "wrong").then().statusCode(401);
        guess(ana.userName(), "wrong").then().statusCode(429);

        clock.advance(Duration.ofMinutes(59));
        VertxContextSupport.subscribeAndAwait(() -> failures.forget(clock.instant()));
        assertThat(failed(ana.userName())).isEqualTo(FREE + 1);
        clock.advance(Duration.ofMinutes(1));
        VertxContextSupport.subscribeAndAwait(() -> failures.forget(clock.instant()));
        assertThat(Sql.number("select count(*) from sign_in_failure")).isZero();
    }

    @Test
    void what_somebody_typed_as_a_name_is_not_kept() {
        var typed = "my secret " + UUID.randomUUID();
        fail(typed, 1);
        assertThat(Sql.number("select count(*) from sign_in_failure f where f::text like ?", "%" + typed + "%"))
                .isZero();
    }

    private static long failed(String userName) {
        return Sql.number(
                "select failures from sign_in_failure where name_digest = ?", SignInFailures.digest(userName));
    }

    private static List<Seen> answers(String userName) {
        return IntStream.range(0, FREE + 3)
                .mapToObj(i -> Seen.of(guess(userName, "wrong")))
                .toList();
    }

    private static void fail(String userName, int times) {
        for (int i = 0; i < times; i++) {
            guess(userName, "wrong").then().statusCode(401);
        }
    }

    private static Response guess(String userName, String password) {
        return given().auth().preemptive().basic(userName, password).get("/v1/me");
    }
}
