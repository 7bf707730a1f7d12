package io.partnercompetencies.webhook;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.IdBounds;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads events by their place in the organisation's order. */
@Singleton
class EventRepository {

    private static final String AFTER = """
            select organization_id, number, id, type, subject, at, data from event
            where organization_id = $1 and number > $2 order by number limit $3""";

    /** Those of some types: a webhook that wants few of many types walks over the others once, for it then knows its place. */
    private static final String WANTED_AFTER = """
            select organization_id, number, id, type, subject, at, data from event
            where organization_id = $1 and number > $2 and type = any($4) order by number limit $3""";

    private static final String FORGET = """
            delete from event where id in (select id from event where id < $1 order by id limit $2)""";

    private final Database database;

    EventRepository(Database database) {
        this.database = database;
    }

    Uni<List<Event>> after(UUID organizationId, long number, int limit) {
        return database.read(AFTER, organizationId, number, limit).map(EventRepository::events);
    }

    Uni<List<Event>> wantedAfter(UUID organizationId, long number, Collection<String> types, int limit) {
        return database.read(WANTED_AFTER, organizationId, number, limit, types.toArray(String[]::new))
                .map(EventRepository::events);
    }

    /** The place of an event; empty where the organisation has none of that id, or has it no more. */
    Uni<Optional<Long>> number(UUID organizationId, UUID id) {
        return database.read("select number from event where organization_id = $1 and id = $2", organizationId, id)
                .map(rows -> rows.stream().map(row -> row.getLong("number")).findFirst());
    }

    /** The place of the newest one, delivered or not; 0 before the first. Under the organisation's lock nothing follows. */
    Uni<Long> last(UUID organizationId) {
        return database.rows("select last_number from event_feed where organization_id = $1", organizationId)
                .map(rows -> rows.isEmpty() ? 0L : rows.get(0).getLong("last_number"));
    }

    /** @return how many were forgotten */
    Uni<Integer> forget(Instant olderThan, int limit) {
        return database.transaction(() -> database.change(FORGET, IdBounds.lowest(olderThan), limit));
    }

    private static List<Event> events(List<Row> rows) {
        return rows.stream().map(EventRepository::event).toList();
    }

    private static Event event(Row row) {
        return Event.of(
                row.getUUID("organization_id"),
                row.getLong("number"),
                row.getUUID("id"),
                row.getString("type"),
                row.getString("subject"),
                Columns.instant(row, "at"),
                row.getString("data"));
    }
}
