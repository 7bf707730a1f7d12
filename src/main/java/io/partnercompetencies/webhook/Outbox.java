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
import java.util.List;

/**
 * Writes events where they are delivered and replayed from: with the change or not at all. Numbers have no gaps and are
 * visible in their order, because whoever tells holds the lock of the organisation.
 */
@Singleton
class Outbox implements PartnerEvents {

    /**
     * Whatever a webhook's row says at the moment, it is written: a copy that has just found nothing more to deliver
     * holds its lock, and what it leaves behind is what this one wakes.
     */
    private static final String TELL = """
            with told as (
              select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])
                with ordinality as n(organization_id, id, type, subject, at, data, place)),
            feed as (
              insert into event_feed (organization_id, last_number)
              select organization_id, count(*) from told group by organization_id order by organization_id
              on conflict (organization_id) do update set last_number = event_feed.last_number + excluded.last_number
              returning organization_id, last_number),
            woken as (
              update webhook w
              set due_at = case when w.status = 'ACTIVE' then coalesce(w.due_at, $7) end
              from feed where w.organization_id = feed.organization_id)
            insert into event (organization_id, number, id, type, subject, at, data)
            select t.organization_id,
                   f.last_number + 1 - row_number() over (partition by t.organization_id order by t.place desc),
                   t.id, t.type, t.subject, t.at, t.data
            from told t join feed f on f.organization_id = t.organization_id""";

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
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change(
                                TELL,
                                Columns.ids(events, PartnerEvent::organizationId),
                                Columns.ids(events, event -> database.newId()),
                                Columns.texts(events, event -> event.type().text()),
                                Columns.texts(events, PartnerEvent::subject),
                                Columns.instants(events, PartnerEvent::at),
                                Columns.texts(events, event -> written(event.data())),
                                clock.instant())
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
        events.forEach(event -> metrics.counter(
                        "competencies.events", "type", event.type().text())
                .increment());
    }
}
