package io.partnercompetencies.membership;

import io.partnercompetencies.competency.Judgement;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEvents;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps reminders among the alerts. */
@Singleton
class ReminderRepository {

    /** @param reminder the one that holds at the instant, or null */
    record Open(UUID organizationId, Reminder reminder, Instant at) {

        static Open lastOf(Judgement judgement, List<Reminder> reached) {
            return new Open(
                    judgement.organizationId(),
                    reached.isEmpty() ? null : reached.get(reached.size() - 1),
                    judgement.at());
        }

        private UUID subscriptionId() {
            return reminder == null ? null : reminder.subscriptionId();
        }

        private String remindOn() {
            return reminder == null ? null : reminder.remindOn().toString();
        }
    }

    private final Database database;
    private final PartnerEvents events;
    private final RaisedAlerts raised;

    ReminderRepository(Database database, PartnerEvents events, RaisedAlerts raised) {
        this.database = database;
        this.events = events;
        this.raised = raised;
    }

    /** Once for each term and day, whoever comes first (T4). */
    Uni<Void> raise(List<Reminder> due) {
        return due.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.rows(
                                """
                                insert into alert (organization_id, id, type, subscription_id, remind_on, bites_on,
                                                   closes_on, raised_at)
                                select organization_id, id, 'RENEWAL_REMINDER', subscription_id, remind_on::date,
                                       bites_on::date, closes_on::date, raised_at
                                from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
                                            $7::timestamptz[])
                                     as n(organization_id, id, subscription_id, remind_on, bites_on, closes_on, raised_at)
                                on conflict (organization_id, subscription_id, remind_on)
                                  where type = 'RENEWAL_REMINDER' do nothing
                                returning organization_id, id, subscription_id, remind_on""",
                                Columns.ids(due, Reminder::organizationId),
                                Columns.ids(due, one -> database.newId()),
                                Columns.ids(due, Reminder::subscriptionId),
                                Columns.texts(due, Reminder::remindOn),
                                Columns.texts(due, Reminder::bitesOn),
                                Columns.texts(due, Reminder::closesOn),
                                Columns.instants(due, Reminder::raisedAt))
                        .invoke(rows -> raised.count(AlertType.RENEWAL_REMINDER, rows.size()))
                        .chain(rows -> events.tell(opened(rows, due)));
    }

    /** Those of terms that do not run any more, and those that a later one has followed. */
    Uni<Void> clearAllBut(List<Open> open) {
        return database.rows(
                        """
                        update alert a set cleared_at = greatest(n.at, a.raised_at)
                        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[])
                             as n(organization_id, subscription_id, remind_on, at)
                        where a.organization_id = n.organization_id and a.type = 'RENEWAL_REMINDER'
                          and a.cleared_at is null
                          and (a.subscription_id, a.remind_on) is distinct from (n.subscription_id, n.remind_on::date)
                        returning a.organization_id, a.id, a.bites_on, a.closes_on, n.at""",
                        Columns.ids(open, Open::organizationId),
                        Columns.ids(open, Open::subscriptionId),
                        Columns.texts(open, Open::remindOn),
                        Columns.instants(open, Open::at))
                .chain(rows -> events.tell(
                        rows.stream().map(ReminderRepository::cleared).toList()));
    }

    private static List<PartnerEvent> opened(List<Row> rows, List<Reminder> due) {
        return rows.stream()
                .flatMap(row -> due.stream()
                        .filter(one -> one.subscriptionId().equals(row.getUUID("subscription_id"))
                                && one.remindOn().equals(row.getLocalDate("remind_on")))
                        .map(one -> AlertEvents.opened(row.getUUID("id"), one)))
                .toList();
    }

    private static PartnerEvent cleared(Row row) {
        return AlertEvents.clearedReminder(
                row.getUUID("organization_id"),
                row.getUUID("id"),
                row.getLocalDate("bites_on"),
                row.getLocalDate("closes_on"),
                Columns.instant(row, "at"));
    }
}
