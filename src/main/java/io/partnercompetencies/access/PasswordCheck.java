package io.partnercompetencies.access;

import io.partnercompetencies.access.StoredLogins.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Tries a password, slowly, and counts it where it is wrong. */
@Singleton
class PasswordCheck {

    private final SharedChecks checks;
    private final SignInFailures failures;
    private final Clock clock;

    PasswordCheck(SharedChecks checks, SignInFailures failures, Clock clock) {
        this.checks = checks;
        this.failures = failures;
        this.clock = clock;
    }

    /** Whether it is right; fails while the name is locked. */
    Uni<Boolean> passes(String userName, String password, Stored stored) {
        var now = clock.instant();
        if (stored.lock().holds(now)) {
            return Uni.createFrom().failure(stored.lock().refusal(now));
        }
        return checks.matches(userName, password, stored.hash())
                .call(matches -> matches ? failures.pass(userName, now) : failures.count(userName, now));
    }
}
