package io.partnercompetencies.access;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Many calls with one password at once, as after a start or when its proof has run out, cost one slow check, not a queue
 * of them that fills and refuses them. A name that nobody has is treated alike, so that no time tells.
 */
@Singleton
class SharedChecks {

    private record Check(String userName, String password, String hash) {}

    private final ConcurrentMap<Check, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();
    private final Passwords passwords;

    SharedChecks(Passwords passwords) {
        this.passwords = passwords;
    }

    /** The result comes back on the caller's Vert.x context, whoever's check it was. */
    Uni<Boolean> matches(String userName, String password, String hash) {
        var context = Vertx.currentContext();
        var shared = Uni.createFrom()
                .completionStage(
                        () -> result(new Check(userName, password, hash)).copy());
        return context == null ? shared : shared.emitOn(MutinyHelper.executor(context));
    }

    /** The check goes on when the caller who began it hangs up: others wait for it. */
    private CompletableFuture<Boolean> result(Check check) {
        var mine = new CompletableFuture<Boolean>();
        var others = running.putIfAbsent(check, mine);
        if (others != null) {
            return others;
        }
        mine.whenComplete((matches, failure) -> running.remove(check));
        passwords.matches(check.password(), check.hash()).subscribe().with(mine::complete, mine::completeExceptionally);
        return mine;
    }
}
