package io.partnercompetencies.audit;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.IdBounds;
import io.partnercompetencies.http.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Appends and reads. Nothing here changes or removes a record; what names a person is kept beside it and can go. */
@Singleton
class AuditRepository {

    private static final String INSERT = """
            with written as (
              insert into audit_record
                (organization_id, id, operation_date, operation_type, resource_type, resource_id, about_user_id,
                 actor_user_id, actor_roles, request_id, old_value, new_value)
              select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
                                   $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[]))
            insert into audit_personal (organization_id, audit_id, part, user_id, content)
            select * from unnest($13::uuid[], $14::uuid[], $15::text[], $16::uuid[], $17::text[])""";

    /** The ids lead to the span of time by the index; the instants decide. */
    private static final String PAGE = """
            select r.*, who.content as actor_name, old.content as old_personal, new.content as new_personal
            from (select * from audit_record
                  where organization_id = $1 and ($2::uuid is null or id < $2)
                    and ($3::timestamptz is null or operation_date >= $3 and id >= $4)
                    and ($5::timestamptz is null or operation_date < $5 and id < $6)
                    and ($7::uuid is null or about_user_id = $7 or actor_user_id = $7)
                  order by id desc limit $8) r
              left join audit_personal who
                on who.organization_id = r.organization_id and who.audit_id = r.id and who.part = 'ACTOR'
              left join audit_personal old
                on old.organization_id = r.organization_id and old.audit_id = r.id and old.part = 'OLD'
              left join audit_personal new
                on new.organization_id = r.organization_id and new.audit_id = r.id and new.part = 'NEW'
            order by r.id desc""";

    private static final String ERASE = "delete from audit_personal where organization_id = $1 and user_id = $2";

    private static final String EVER_BEEN = """
            select distinct content::json ->> $3 as value from audit_personal
            where organization_id = $1 and user_id = $2 and part in ('OLD', 'NEW') and content::json ->> $3 is not null""";

    private final Database database;

    AuditRepository(Database database) {
        this.database = database;
    }

    Uni<Void> insert(List<AuditEntry> entries) {
        var people = entries.stream().flatMap(PersonalPart::of).toList();
        return database.change(
                        INSERT,
                        Columns.ids(entries, AuditEntry::organizationId),
                        Columns.ids(entries, AuditEntry::id),
                        Columns.instants(entries, AuditEntry::at),
                        Columns.texts(entries, entry -> entry.event().operationType()),
                        Columns.texts(entries, entry -> entry.event().resourceType()),
                        Columns.texts(entries, AuditEntry::resourceId),
                        Columns.ids(entries, entry -> entry.event().aboutUserId()),
                        Columns.ids(entries, entry -> entry.actor().userId()),
                        Columns.texts(entries, entry -> entry.actor().roleTexts()),
                        Columns.texts(entries, entry -> entry.actor().requestId()),
                        Columns.texts(entries, entry -> text(entry.before().lasting())),
                        Columns.texts(entries, entry -> text(entry.after().lasting())),
                        Columns.ids(people, PersonalPart::organizationId),
                        Columns.ids(people, PersonalPart::auditId),
                        Columns.texts(people, PersonalPart::part),
                        Columns.ids(people, PersonalPart::userId),
                        Columns.texts(people, PersonalPart::content))
                .replaceWithVoid();
    }

    private static String text(Map<String, Object> members) {
        return members.isEmpty() ? null : new JsonObject(members).encode();
    }

    Uni<List<AuditRecord>> page(UUID organizationId, AuditFilter filter, Page page) {
        return database.read(
                        PAGE,
                        organizationId,
                        page.afterId(),
                        filter.from(),
                        filter.from() == null ? null : IdBounds.lowest(filter.from()),
                        filter.to(),
                        filter.to() == null ? null : IdBounds.highest(filter.to()),
                        filter.userId(),
                        page.sizePlusOne())
                .map(rows -> rows.stream().map(AuditRepository::view).toList());
    }

    Uni<Set<String>> everBeen(UUID organizationId, UUID userId, String member) {
        return database.rows(EVER_BEEN, organizationId, userId, member)
                .map(rows -> rows.stream().map(row -> row.getString("value")).collect(Collectors.toSet()));
    }

    Uni<Void> erase(UUID organizationId, UUID userId) {
        return database.change(ERASE, organizationId, userId).replaceWithVoid();
    }

    private static AuditRecord view(Row row) {
        var actor = row.getUUID("actor_user_id");
        var name = row.getString("actor_name");
        return new AuditRecord(
                row.getUUID("id"),
                ResourceType.valueOf(row.getString("resource_type")),
                row.getString("resource_id"),
                OperationType.valueOf(row.getString("operation_type")),
                OperationStatus.SUCCEEDED,
                Columns.instant(row, "operation_date"),
                name == null && actor != null ? AuditValue.ERASED : name,
                actor,
                row.getString("actor_roles").isEmpty()
                        ? List.of()
                        : List.of(row.getString("actor_roles").split(" ")),
                AuditValue.joined(members(row, "old_value"), members(row, "old_personal")),
                AuditValue.joined(members(row, "new_value"), members(row, "new_personal")),
                row.getString("request_id"));
    }

    private static Map<String, Object> members(Row row, String column) {
        var text = row.getString(column);
        return text == null ? null : new JsonObject(text).getMap();
    }
}
