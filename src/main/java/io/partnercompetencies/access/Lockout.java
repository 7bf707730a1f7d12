package io.partnercompetencies.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long an account is locked after failures in a row: some are free, then each doubles the wait, up to the longest. */
@Singleton
class Lockout {

    /** Doubled so often, a second has long become the longest wait. */
    private static final int MOST_DOUBLINGS = 30;

    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Duration forgottenAfter;

    Lockout(
            @ConfigProperty(name = "competencies.access.lockout.free-failures") int free,
            @ConfigProperty(name = "competencies.access.lockout.first") Duration first,
            @ConfigProperty(name = "competencies.access.lockout.longest") Duration longest,
            @ConfigProperty(name = "competencies.access.lockout.forgotten-after") Duration forgottenAfter) {
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.forgottenAfter = forgottenAfter;
    }

    /** The wait in milliseconds after the first failure, the second, and so on; the last one stays. */
    Long[] waits() {
        return IntStream.rangeClosed(1, free + MOST_DOUBLINGS)
                .mapToObj(this::wait)
                .toArray(Long[]::new);
    }

    private long wait(int failures) {
        return failures <= free ? 0 : Math.min(longest.toMillis(), first.toMillis() << (failures - free - 1));
    }

    /** The count begins anew when nothing has failed for so long. */
    Duration forgottenAfter() {
        return forgottenAfter.compareTo(longest) > 0 ? forgottenAfter : longest;
    }
}
