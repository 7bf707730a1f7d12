package io.partnercompetencies.launch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits for something another process does, never longer than it is told. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    static boolean until(Duration patience, Condition condition) throws IOException {
        return until(patience, PAUSE, condition);
    }

    static boolean until(Duration patience, Duration pause, Condition condition) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            rest(pause);
        }
        return true;
    }

    private static void rest(Duration pause) throws IOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting");
        }
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }
}
