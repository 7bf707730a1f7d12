package io.partnercompetencies.sync;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Lets the soak run a job whose door is closed to everybody else. */
@Singleton
public class Tidying {

    private final TidyJob job;

    Tidying(TidyJob job) {
        this.job = job;
    }

    public Uni<Integer> runOnce(Instant now) {
        return job.runOnce(now);
    }
}
