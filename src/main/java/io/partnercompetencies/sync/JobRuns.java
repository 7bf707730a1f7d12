package io.partnercompetencies.sync;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Ends each run of a job: what failed is told in a line and counted, and the next run goes on. */
@Singleton
class JobRuns {

    private enum Outcome {
        FINISHED,
        FAILED,
        /** A stop broke it off: another copy takes it up, or the next start, and nobody needs to look. */
        STOPPED
    }

    private static final Logger LOG = Logger.getLogger(JobRuns.class);

    private final MeterRegistry metrics;
    private volatile boolean stopping;

    JobRuns(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    /**
     * All outcomes are told from the first run on, so that the first failure is an increase.
     *
     * @param job its name among the metrics
     * @param otherwise what to say of a failure, such as "Imports wait for the next run"
     */
    <T> Uni<Void> end(String job, Uni<T> run, String otherwise) {
        Arrays.stream(Outcome.values()).forEach(outcome -> timer(job, outcome));
        var since = Timer.start(metrics);
        return run.onItemOrFailure().transform((done, failure) -> {
            since.stop(timer(job, failure == null ? Outcome.FINISHED : failed(otherwise, failure)));
            return null;
        });
    }

    private Outcome failed(String otherwise, Throwable failure) {
        LOG.logf(stopping ? Logger.Level.DEBUG : Logger.Level.WARN, "%s: %s", otherwise, failure);
        return stopping ? Outcome.STOPPED : Outcome.FAILED;
    }

    /** Not called a job: that is what Prometheus calls the service itself. */
    private Timer timer(String job, Outcome outcome) {
        return Timer.builder("competencies.job.run")
                .description("Runs of the scheduled jobs")
                .tag("name", job)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }
}
