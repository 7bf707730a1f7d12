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
    /** Thousands of imported users must not wait behind people who sign in, nor these behind them. */
    private final WorkerExecutor threadsForSecrets;

    private final int cost;
    private final int costOfSecrets;

    Passwords(
            Vertx vertx,
            @ConfigProperty(name = "competencies.access.bcrypt-cost") int cost,
            @ConfigProperty(name = "competencies.access.bcrypt-cost-of-secrets") int costOfSecrets) {
        int size = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = vertx.createSharedWorkerExecutor("passwords", size);
        this.threadsForSecrets = vertx.createSharedWorkerExecutor("secrets", size);
        this.cost = cost;
        this.costOfSecrets = Math.min(cost, costOfSecrets);
    }

    Uni<String> hash(String password) {
        return aside(() -> hashNow(password, cost));
    }

    /** For what {@link Secrets} made: nobody guesses 99 bits, however fast the hash. */
    Uni<String> hashSecret(String secret) {
        return on(threadsForSecrets, () -> hashNow(secret, costOfSecrets));
    }

    /**
     * Takes the same time for every hash.
     *
     * @param hash null where there is none, because nobody has the name or the password is kept elsewhere: false then
     */
    Uni<Boolean> matches(String password, String hash) {
        return aside(() -> {
            if (hash == null) {
                hashNow(password, cost);
                return false;
            }
            spendTheRest(password, costOf(hash));
            return matchesNow(password, hash);
        });
    }

    /** Each step of the cost doubles the time: all steps up to the cost take what the cost takes, less the first. */
    private void spendTheRest(String password, int from) {
        for (int step = from; step < cost; step++) {
            hashNow(password, step);
        }
    }

    private static int costOf(String hash) {
        return Integer.parseInt(hash.substring(4, 6));
    }

    private String hashNow(String password, int cost) {
        return hasher.hashToString(cost, password.toCharArray());
    }

    private boolean matchesNow(String password, String hash) {
        return verifier.verify(password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.US_ASCII))
                .verified;
    }

    private <T> Uni<T> aside(Callable<T> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    if (waiting.incrementAndGet() > WAITING) {
                        throw new Refusal(Code.OVERLOADED, "Too many people are signing in. Try again soon.");
                    }
                    return on(threads, work);
                })
                .onTermination()
                .invoke(waiting::decrementAndGet);
    }

    /** The result comes back on the caller's Vert.x context, which a Hibernate session insists on. */
    private static <T> Uni<T> on(WorkerExecutor threads, Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(work, false).toCompletionStage());
    }

    @PreDestroy
    void close() {
        threads.close();
        threadsForSecrets.close();
    }
}
