package io.partnercompetencies.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Vertx vertx = Vertx.vertx();
    private final Passwords passwords = new Passwords(vertx, 7, 4);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_flood_of_sign_ins_is_refused_instead_of_queued_without_end() {
        var checks = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < 500; i++) {
            checks.add(passwords.matches("guess", null).subscribeAsCompletionStage());
        }
        var overloaded = checks.stream().filter(PasswordsTest::isOverloaded).count();
        assertThat(overloaded).isBetween(300L, 400L);
        assertThat(await(passwords.matches("later", null))).isFalse();
    }

    @Test
    void a_hash_matches_its_password_alone() {
        var hash = await(passwords.hash("p\u00e4ss:w\u00f6rd"));
        assertThat(await(passwords.matches("p\u00e4ss:w\u00f6rd", hash))).isTrue();
        assertThat(await(passwords.matches("p\u00e4ss:w\u00f6rD", hash))).isFalse();
        assertThat(hash).startsWith("$2a$07$");
    }

    @Test
    void a_secret_of_the_service_is_hashed_cheaply_and_matches_alone() {
        var hash = await(passwords.hashSecret("abcde-fghjk-mnpqr-stuvw"));
        assertThat(hash).startsWith("$2a$04$");
        assertThat(await(passwords.matches("abcde-fghjk-mnpqr-stuvw", hash))).isTrue();
        assertThat(await(passwords.matches("abcde-fghjk-mnpqr-stuvx", hash))).isFalse();
    }

    private static <T> T await(Uni<T> work) {
        return work.subscribeAsCompletionStage().join();
    }

    private static boolean isOverloaded(CompletableFuture<Boolean> check) {
        try {
            return check.join();
        } catch (CompletionException e) {
            return e.getCause() instanceof Refusal refusal && refusal.code() == Code.OVERLOADED;
        }
    }
}
