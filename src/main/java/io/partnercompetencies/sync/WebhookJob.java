package io.partnercompetencies.sync;

import io.partnercompetencies.webhook.Deliveries;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Delivers events to webhooks, also those that a copy left behind which is no more. */
@Singleton
public class WebhookJob {

    private final Deliveries deliveries;
    private final JobRuns runs;

    WebhookJob(Deliveries deliveries, JobRuns runs) {
        this.deliveries = deliveries;
        this.runs = runs;
    }

    @Scheduled(
            every = "{competencies.webhooks.every}",
            identity = "webhooks",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runs.end("webhooks", deliveries.begin(), "Deliveries wait for the next run");
    }

    /** @return how many events arrived */
    public Uni<Integer> runOnce() {
        return deliveries.runOnce();
    }
}
