package io.partnercompetencies.sync;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets no job begin once the service is told to stop: its next statement would find nothing left to speak with. What has
 * begun goes on during the delay, and other copies do what is due meanwhile.
 */
@Singleton
class JobsBeforeStop {

    private final Scheduler scheduler;

    JobsBeforeStop(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void announced(@Observes ShutdownDelayInitiatedEvent delay) {
        pause();
    }

    /** Comes alone where there is no delay. */
    void stopped(@Observes ShutdownEvent stop) {
        pause();
    }

    private void pause() {
        if (scheduler.isStarted()) {
            scheduler.pause();
        }
    }
}
