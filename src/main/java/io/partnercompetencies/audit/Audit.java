package io.partnercompetencies.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the record of changes. It is written on the transaction that makes the change: nothing acknowledged is missing,
 * nothing rolled back is there.
 */
@Singleton
public class Audit {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final AuditRepository records;
    private final Acting acting;
    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(AuditRepository records, Acting acting, Database database, ObjectMapper json, Clock clock) {
        this.records = records;
        this.acting = acting;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A change whose values are the same before and after is none, and leaves no record. */
    public Uni<Void> record(AuditEvent... events) {
        return record(List.of(events));
    }

    public Uni<Void> record(List<AuditEvent> events) {
        var actor = acting.now();
        var now = clock.instant();
        var entries = events.stream()
                .map(event -> entry(event, actor, now))
                .filter(entry -> !entry.isEmpty())
                .toList();
        return entries.isEmpty() ? Uni.createFrom().voidItem() : records.insert(entries);
    }

    private AuditEntry entry(AuditEvent event, Actor actor, Instant now) {
        var before = members(event.before());
        var after = members(event.after());
        return new AuditEntry(
                database.newId(),
                now,
                event,
                actor.knownTo(event.organizationId()),
                AuditValue.changed(before, after),
                AuditValue.changed(after, before));
    }

    private Map<String, Object> members(Object value) {
        return value == null ? Map.of() : json.convertValue(value, MEMBERS);
    }

    /** Newest first, one more than the page holds where there are more. */
    public Uni<List<AuditRecord>> page(UUID organizationId, AuditFilter filter, Page page) {
        return records.page(organizationId, filter, page);
    }

    /** What a member that names an employee has been, as far as the record knows: every e-mail, say. */
    public Uni<Set<String>> everBeen(UUID organizationId, UUID userId, String member) {
        return records.everBeen(organizationId, userId, member);
    }

    /** Erases what names an employee; the records stay, with ids alone. */
    public Uni<Void> erase(UUID organizationId, UUID userId) {
        return records.erase(organizationId, userId);
    }
}
