package io.partnercompetencies.sync;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Ends each run of a job: what failed is told in a line, and the next run goes on. */
@Singleton
class JobRuns {

    private static final Logger LOG = Logger.getLogger(JobRuns.class);

    private volatile boolean stopping;

    /** What a stop breaks off is taken up by another copy, or after the next start: nobody needs to look. */
    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    /** @param otherwise what to say of a failure, such as "Imports wait for the next run" */
    <T> Uni<Void> end(Uni<T> run, String otherwise) {
        return run.onFailure()
                .invoke(failure ->
                        LOG.logf(stopping ? Logger.Level.DEBUG : Logger.Level.WARN, "%s: %s", otherwise, failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
