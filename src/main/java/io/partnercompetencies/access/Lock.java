package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether passwords are tried at all for a name now.
 *
 * @param until exclusive; null where nothing has failed
 */
record Lock(Instant until) {

    boolean holds(Instant now) {
        return until != null && now.isBefore(until);
    }

    /** The same whether the password is right or wrong, and whether anybody has the name. */
    Refusal refusal(Instant now) {
        long seconds = Duration.between(now, until).plusMillis(999).toSeconds();
        return new Refusal(
                        Code.TOO_MANY_REQUESTS,
                        "Too many wrong passwords in a row for this user name. Wait for " + seconds
                                + " seconds, then sign in with the right one, or have an administrator reset it.")
                .retryAfter(seconds);
    }
}
