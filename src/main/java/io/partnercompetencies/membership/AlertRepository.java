package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEvents;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Level;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@Singleton
class AlertRepository {

    private static final String WHERE =
            " from alert where organization_id = $1 and ($2::boolean is null or (cleared_at is null) = $2)";

    record Clearing(OpenAlert alert, Instant at) {}

    private final Database database;
    private final PartnerEvents events;
    private final RaisedAlerts raised;

    AlertRepository(Database database, PartnerEvents events, RaisedAlerts raised) {
        this.database = database;
        this.events = events;
        this.raised = raised;
    }

    Uni<List<OpenAlert>> open(Collection<UUID> organizations, AlertType type) {
        return database.rows("""
                        select organization_id, id, competency_id, level, bites_on from alert
                        where organization_id = any($1) and type = $2 and cleared_at is null""", organizations.toArray(UUID[]::new), type)
                .map(rows -> rows.stream()
                        .map(row -> new OpenAlert(
                                row.getUUID("organization_id"),
                                row.getUUID("id"),
                                new HeldLevel(row.getString("competency_id"), Level.valueOf(row.getString("level"))),
                                row.getLocalDate("bites_on")))
                        .toList());
    }

    /** One that is open already is told anew: the anniversary, which an upgrade moves, and the reason where it is known. */
    Uni<Void> raise(List<Risk> risks) {
        var explained = risks.stream().collect(Collectors.partitioningBy(Risk::explained));
        return raise(explained.get(true), true).chain(() -> raise(explained.get(false), false));
    }

    private Uni<Void> raise(List<Risk> risks, boolean explained) {
        if (risks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = Columns.ids(risks, risk -> database.newId());
        return database.rows(
                        """
                        insert into alert (organization_id, id, type, competency_id, level, cause, people, achievements,
                                           bites_on, raised_at)
                        select organization_id, id, $1, competency_id, level, cause, people::uuid[],
                               achievements::uuid[], bites_on::date, raised_at
                        from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                                    $9::text[], $10::timestamptz[])
                             as n(organization_id, id, competency_id, level, cause, people, achievements, bites_on,
                                  raised_at)
                        on conflict (organization_id, type, competency_id, level) where cleared_at is null
                          do update set bites_on = excluded.bites_on,
                            cause = case when $11 then excluded.cause else alert.cause end,
                            people = case when $11 then excluded.people else alert.people end,
                            achievements = case when $11 then excluded.achievements else alert.achievements end
                        returning id""",
                        AlertType.RENEWAL_AT_RISK,
                        Columns.ids(risks, Risk::organizationId),
                        ids,
                        Columns.texts(risks, risk -> risk.level().competencyId()),
                        Columns.texts(risks, risk -> risk.level().level()),
                        Columns.texts(risks, Risk::cause),
                        Columns.texts(risks, risk -> array(risk.people())),
                        Columns.texts(risks, risk -> array(risk.achievements())),
                        Columns.texts(risks, Risk::bitesOn),
                        Columns.instants(risks, Risk::raisedAt),
                        explained)
                .map(rows -> opened(risks, ids, rows))
                .invoke(opened -> raised.count(AlertType.RENEWAL_AT_RISK, opened.size()))
                .chain(events::tell);
    }

    /** Of those that were open already the id is another one. */
    private static List<PartnerEvent> opened(List<Risk> risks, UUID[] ids, List<Row> rows) {
        var written = rows.stream().map(row -> row.getUUID("id")).collect(Collectors.toSet());
        return IntStream.range(0, ids.length)
                .filter(i -> written.contains(ids[i]))
                .mapToObj(i -> AlertEvents.opened(ids[i], risks.get(i)))
                .toList();
    }

    /** As PostgreSQL writes it: arrays of different lengths cannot be elements of one. */
    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    Uni<Void> clear(List<Clearing> clearings) {
        return clearings.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change(
                                """
                                update alert a set cleared_at = greatest(n.at, a.raised_at)
                                from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as n(organization_id, id, at)
                                where a.organization_id = n.organization_id and a.id = n.id""",
                                Columns.ids(clearings, one -> one.alert().organizationId()),
                                Columns.ids(clearings, one -> one.alert().id()),
                                Columns.instants(clearings, Clearing::at))
                        .chain(() -> events.tell(clearings.stream()
                                .map(one -> AlertEvents.cleared(one.alert(), one.at()))
                                .toList()));
    }

    Uni<Boolean> isAtRisk(UUID organizationId) {
        return database.read(
                        "select 1 from alert where organization_id = $1 and type = $2 and cleared_at is null limit 1",
                        organizationId,
                        AlertType.RENEWAL_AT_RISK)
                .map(rows -> !rows.isEmpty());
    }

    Uni<Found<Alert>> page(UUID organizationId, AlertState state, Page page) {
        var open = state == null ? null : state == AlertState.OPEN;
        return database.read("select count(*)" + WHERE, organizationId, open)
                .chain(total -> database.read(
                                "select *" + WHERE + " and ($3::uuid is null or id < $3) order by id desc limit $4",
                                organizationId,
                                open,
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(
                                total.get(0).getLong(0),
                                rows.stream().map(AlertRepository::alert).toList())));
    }

    private static Alert alert(Row row) {
        var type = AlertType.valueOf(row.getString("type"));
        boolean isReminder = type == AlertType.RENEWAL_REMINDER;
        return new Alert(
                row.getUUID("id"),
                type,
                row.getString("competency_id"),
                isReminder ? null : Level.valueOf(row.getString("level")),
                isReminder ? null : Cause.valueOf(row.getString("cause")),
                isReminder ? List.of() : Arrays.asList(row.getArrayOfUUIDs("people")),
                isReminder ? List.of() : Arrays.asList(row.getArrayOfUUIDs("achievements")),
                row.getLocalDate("bites_on"),
                row.getLocalDate("remind_on"),
                row.getLocalDate("closes_on"),
                Columns.instant(row, "raised_at"),
                Columns.instant(row, "cleared_at"));
    }
}
