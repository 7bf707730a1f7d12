package io.partnercompetencies.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Divides the pool's connections between those who call and the jobs. Some are out of reach of the callers, however many
 * there are, and half are out of reach of the jobs, however much there is to do; what lies between is whoever's comes.
 */
@Singleton
public class Shares {

    private static final String CALLER = Shares.class.getName();

    /** Two of ten for the jobs, where there are so many. */
    private static final int PART_OF_THE_JOBS = 5;

    private final Turns ofCallers;
    private final Turns ofJobs;

    Shares(
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int connections,
            @ConfigProperty(name = "competencies.database.longest-queue") int longest,
            @ConfigProperty(name = "competencies.database.acquire-timeout") Duration patience,
            MeterRegistry metrics) {
        this.ofCallers = new Turns(Math.max(1, connections - connections / PART_OF_THE_JOBS), longest, patience);
        this.ofJobs = new Turns(Math.max(1, connections / 2), Integer.MAX_VALUE, patience);
        Gauge.builder("competencies.database.waiting", ofCallers, Turns::waiting)
                .description("Calls that wait for a connection to the database")
                .register(metrics);
        watch("callers", ofCallers, metrics);
        watch("jobs", ofJobs, metrics);
    }

    private static void watch(String share, Turns turns, MeterRegistry metrics) {
        Gauge.builder("competencies.database.busy", turns, Turns::running)
                .description("Connections to the database in use")
                .tag("share", share)
                .register(metrics);
        Gauge.builder("competencies.database.share", turns, Turns::most)
                .description("Connections to the database that may be in use at once")
                .tag("share", share)
                .register(metrics);
    }

    /** From here on the running context works for somebody who waits for an answer. */
    public static void workForACaller() {
        Vertx.currentContext().putLocal(CALLER, true);
    }

    /** Whether the next caller would be refused. */
    public boolean areUsedUp() {
        return ofCallers.isFull();
    }

    /** Whether the database has done something for anybody in this time. */
    public boolean answeredWithin(Duration time) {
        return ofCallers.answeredWithin(time) || ofJobs.answeredWithin(time);
    }

    Turns turns() {
        var context = Vertx.currentContext();
        return context != null && context.getLocal(CALLER) != null ? ofCallers : ofJobs;
    }
}
