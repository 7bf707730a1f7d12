package io.partnercompetencies.audit;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What one audit record says of a person, kept beside it. */
record PersonalPart(UUID organizationId, UUID auditId, Kind part, UUID userId, String content) {

    enum Kind {
        ACTOR,
        OLD,
        NEW
    }

    static Stream<PersonalPart> of(AuditEntry entry) {
        return Stream.of(actor(entry), value(entry, Kind.OLD, entry.before()), value(entry, Kind.NEW, entry.after()))
                .flatMap(part -> part);
    }

    private static Stream<PersonalPart> actor(AuditEntry entry) {
        var actor = entry.actor();
        return actor.userName() == null
                ? Stream.empty()
                : Stream.of(new PersonalPart(
                        entry.organizationId(), entry.id(), Kind.ACTOR, actor.userId(), actor.userName()));
    }

    /** What is nobody's could not be erased and is not kept. */
    private static Stream<PersonalPart> value(AuditEntry entry, Kind part, AuditValue value) {
        var person = entry.event().aboutUserId();
        Map<String, Object> names = value.personal();
        return person == null || names.isEmpty()
                ? Stream.empty()
                : Stream.of(new PersonalPart(
                        entry.organizationId(), entry.id(), part, person, new JsonObject(names).encode()));
    }
}
