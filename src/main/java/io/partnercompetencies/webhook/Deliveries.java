package io.partnercompetencies.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnercompetencies.database.Aside;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Delivers what is due: each webhook's events one after the other, in their order, and several webhooks side by side, so
 * that a receiver that hangs holds up nobody else.
 */
@Singleton
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** How many webhooks each copy is at work on at once. */
    private static final int LANES = 32;

    /** How much of one webhook is delivered before another one has its turn. */
    private static final int EVENTS = 50;

    private static final Duration TURN = Duration.ofSeconds(30);

    private final TurnRepository turns;
    private final EventRepository events;
    private final Sender sender;
    private final Aside aside;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final AtomicInteger busy = new AtomicInteger();
    private volatile boolean stopping;

    Deliveries(
            TurnRepository turns,
            EventRepository events,
            Sender sender,
            Aside aside,
            Clock clock,
            MeterRegistry metrics) {
        this.turns = turns;
        this.events = events;
        this.sender = sender;
        this.aside = aside;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What is not under way yet is left to other copies. */
    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping = true;
    }

    /** Begins with what is due as far as there are lanes, and does not wait for receivers. */
    public Uni<Void> begin() {
        return lanes().invoke(lanes -> lanes.forEach(lane -> lane.subscribe()
                        .with(
                                delivered -> {},
                                failure -> LOG.warnf("Deliveries wait until another copy takes them: %s", failure))))
                .replaceWithVoid();
    }

    /** @return how many events arrived, once nothing is due */
    public Uni<Integer> runOnce() {
        return lanes().chain(lanes -> lanes.isEmpty()
                ? Uni.createFrom().item(0)
                : Uni.join()
                        .all(lanes)
                        .andFailFast()
                        .map(arrived ->
                                arrived.stream().mapToInt(Integer::intValue).sum()));
    }

    private Uni<List<Uni<Integer>>> lanes() {
        int free = LANES - busy.get();
        return free <= 0 || stopping
                ? Uni.createFrom().item(List.of())
                : turns.take(clock.instant(), free)
                        .map(taken -> taken.stream().map(this::lane).toList());
    }

    /** Goes on with other webhooks when this one's turn is over. */
    private Uni<Integer> lane(Turn first) {
        busy.incrementAndGet();
        return aside.run(() -> deliver(first).chain(this::goOn)).onTermination().invoke(busy::decrementAndGet);
    }

    private Uni<Integer> goOn(int arrived) {
        return stopping
                ? Uni.createFrom().item(arrived)
                : turns.take(clock.instant(), 1)
                        .chain(taken -> taken.isEmpty()
                                ? Uni.createFrom().item(arrived)
                                : deliver(taken.get(0)).chain(more -> goOn(arrived + more)));
    }

    private Uni<Integer> deliver(Turn turn) {
        var end = clock.instant().plus(TURN);
        return events.wantedAfter(turn.organizationId(), turn.delivered(), turn.events(), EVENTS)
                .chain(due -> deliver(turn, due, end, 0));
    }

    private Uni<Integer> deliver(Turn turn, List<Event> due, Instant end, int arrived) {
        var now = clock.instant();
        if (due.isEmpty() || stopping || !now.isBefore(end)) {
            return turns.finish(turn, now).replaceWith(arrived);
        }
        var event = due.get(0);
        return sender.send(turn.receiver(), turn.secret(), event)
                .invoke(this::count)
                .chain(delivery -> delivery.delivered()
                        ? turns.arrived(turn, event, clock.instant())
                                .chain(isOurs -> isOurs
                                        ? deliver(
                                                turn.deliveredThrough(event.number()),
                                                due.subList(1, due.size()),
                                                end,
                                                arrived + 1)
                                        : Uni.createFrom().item(arrived + 1))
                        : failed(turn, delivery).replaceWith(arrived));
    }

    private Uni<Void> failed(Turn turn, Delivery delivery) {
        var now = clock.instant();
        var since = turn.failingSince() == null ? now : turn.failingSince();
        var next = delivery.isGone()
                ? null
                : BackOff.next(turn.failures() + 1, since, now).orElse(null);
        if (next == null) {
            LOG.infof("Webhook %s is paused: %s", turn.webhookId(), delivery.failure());
        }
        return turns.failed(turn, delivery.failure(), since, next);
    }

    private void count(Delivery delivery) {
        metrics.counter("competencies.webhooks.deliveries", "outcome", delivery.delivered() ? "delivered" : "failed")
                .increment();
    }
}
