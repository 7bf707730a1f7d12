package io.partnercompetencies.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEvents;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes events where they are delivered and replayed from: with the change or not at all. Numbers have no gaps and are
 * visible in their order, because whoever tells holds the lock of the organisation.
 */
@Singleton
class Outbox implements PartnerEvents {

    /**
     * How many each organisation is told; then the events, each with how many of its organisation come after it.
     * Whatever a webhook's row says at the moment, it is written: a copy that has just found nothing more to deliver
     * holds its lock, and what it leaves behind is what this one wakes.
     */
    private static final String TELL = """
            with feed as (
              insert into event_feed (organization_id, last_number)
              select organization_id, told from unnest($1::uuid[], $2::int[]) as n(organization_id, told)
              order by organization_id
              on conflict (organization_id) do update set last_number = event_feed.last_number + excluded.last_number
              returning organization_id, last_number),
            woken as (
              update webhook w
              set due_at = case when w.status = 'ACTIVE' then coalesce(w.due_at, $3) end
              from feed where w.organization_id = feed.organization_id)
            insert into event (organization_id, number, id, type, subject, at, data)
            select n.organization_id, f.last_number - n.later, n.id, n.type, n.subject, n.at, n.data
            from unnest($4::uuid[], $5::int[], $6::uuid[], $7::text[], $8::text[], $9::timestamptz[], $10::text[])
                 as n(organization_id, later, id, type, subject, at, data)
            join feed f on f.organization_id = n.organization_id""";

    private final Database database;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Clock clock;

    Outbox(Database database, ObjectMapper json, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Uni<Void> tell(List<PartnerEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var told = new HashMap<UUID, Integer>();
        var later = new Integer[events.size()];
        for (int i = later.length - 1; i >= 0; i--) {
            later[i] = told.merge(events.get(i).organizationId(), 1, Integer::sum) - 1;
        }
        return database.change(
                        TELL,
                        told.keySet().toArray(UUID[]::new),
                        told.values().toArray(Integer[]::new),
                        clock.instant(),
                        Columns.ids(events, PartnerEvent::organizationId),
                        later,
                        Columns.ids(events, event -> database.newId()),
                        Columns.texts(events, event -> event.type().text()),
                        Columns.texts(events, PartnerEvent::subject),
                        Columns.instants(events, PartnerEvent::at),
                        Columns.texts(events, event -> written(event.data())))
                .invoke(() -> count(events))
                .replaceWithVoid();
    }

    private String written(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The data of an event cannot be written as JSON", e);
        }
    }

    private void count(List<PartnerEvent> events) {
        events.stream()
                .collect(Collectors.groupingBy(PartnerEvent::type, Collectors.counting()))
                .forEach((type, told) -> metrics.counter("competencies.events", "type", type.text())
                        .increment(told));
    }
}
