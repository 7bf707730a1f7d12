package io.partnercompetencies.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes and checks passwords with bcrypt, on threads of their own: slow on purpose, they must take neither an event
 * loop nor the threads of other work. Who floods the service with wrong passwords meets a full queue.
 */
@Singleton
class Passwords {

    private static final int WAITING = 100;

    private final BCrypt.Hasher hasher = BCrypt.with(LongPasswordStrategies.hashSha512(Version.VERSION_2A));
    private final BCrypt.Verifyer verifier =
            BCrypt.verifyer(Version.VERSION_2A, LongPasswordStrategies.hashSha512(Version.VERSION_2A));
    private final AtomicInteger waiting = new AtomicInteger();
    private final WorkerExecutor threads;
    private final int cost;
    private final String nobodys;

    Passwords(Vertx vertx, @ConfigProperty(name = "competencies.access.bcrypt-cost") int cost) {
        int size = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = vertx.createSharedWorkerExecutor("passwords", size);
        this.cost = cost;
        this.nobodys = hashNow("nobody has this password");
    }

    Uni<String> hash(String password) {
        return aside(() -> hashNow(password));
    }

    Uni<Boolean> matches(String password, String hash) {
        return aside(() -> matchesNow(password, hash));
    }

    /** False after the time that a check takes: an unknown name answers no faster than a wrong password. */
    Uni<Boolean> matchesNobody(String password) {
        return aside(() -> {
            matchesNow(password, nobodys);
            return false;
        });
    }

    private String hashNow(String password) {
        return hasher.hashToString(cost, password.toCharArray());
    }

    private boolean matchesNow(String password, String hash) {
        return verifier.verify(password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.US_ASCII))
                .verified;
    }

    /** The result comes back on the caller's Vert.x context, which a Hibernate session insists on. */
    private <T> Uni<T> aside(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> {
                    if (waiting.incrementAndGet() > WAITING) {
                        throw new Refusal(Code.OVERLOADED, "Too many people are signing in. Try again soon.");
                    }
                    return threads.executeBlocking(work, false).toCompletionStage();
                })
                .onTermination()
                .invoke(waiting::decrementAndGet);
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
