package io.partnercompetencies.webhook;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Which copy is at work on which webhook, and how far it has come. What a claim writes counts only while it is held: a
 * copy that stood still does not set back what another one has done since.
 */
@Singleton
class TurnRepository {

    /** Longer than any turn takes: a copy that is no more is replaced after it. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String TAKE = """
            update webhook w set claim = $3, claimed_until = $4
            from (select organization_id, id from webhook
                  where due_at <= $1 and (claimed_until is null or claimed_until <= $1)
                  order by due_at limit $2 for update skip locked) free
            where w.organization_id = free.organization_id and w.id = free.id
            returning w.organization_id, w.id, w.claim, w.url, w.secret, w.events, w.delivered_number, w.failures,
                      w.failing_since""";

    private static final String ARRIVED = """
            update webhook
            set delivered_number = $4, delivered_at = $5, failures = 0, failing_since = null, last_failure = null
            where organization_id = $1 and id = $2 and claim = $3""";

    private static final String LOCK =
            "select 1 from webhook where organization_id = $1 and id = $2 and claim = $3 for update";

    /**
     * Looks when the lock is held. Whoever tells of something now waits for it, sees what this has written, and wakes
     * the webhook: nothing is told unseen.
     */
    private static final String FINISH = """
            update webhook w
            set claim = null, claimed_until = null,
                due_at = case when w.status = 'ACTIVE' and rest.is_any then $4::timestamptz end,
                delivered_number = case when rest.is_any then w.delivered_number
                                        else greatest(w.delivered_number, rest.last_number) end
            from (select exists (select 1 from event where organization_id = $1 and number > $3
                                   and type = any($5)) as is_any,
                         coalesce((select last_number from event_feed where organization_id = $1), 0)
                           as last_number) rest
            where w.organization_id = $1 and w.id = $2""";

    private static final String FAILED = """
            update webhook
            set claim = null, claimed_until = null, failures = failures + 1, failing_since = $4, last_failure = $5,
                due_at = $6::timestamptz, status = case when $6::timestamptz is null then 'PAUSED' else 'ACTIVE' end
            where organization_id = $1 and id = $2 and claim = $3""";

    private final Database database;

    TurnRepository(Database database) {
        this.database = database;
    }

    /** Webhooks that have something due and that no other copy is at work on. */
    Uni<List<Turn>> take(Instant now, int limit) {
        return database.transaction(() -> database.rows(TAKE, now, limit, database.newId(), now.plus(LEASE))
                .map(rows -> rows.stream().map(TurnRepository::turn).toList()));
    }

    /** @return whether the turn is still this copy's */
    Uni<Boolean> arrived(Turn turn, Event event, Instant now) {
        return database.transaction(() -> database.change(
                        ARRIVED, turn.organizationId(), turn.webhookId(), turn.claim(), event.number(), now)
                .map(changed -> changed > 0));
    }

    /** Lets it go: until the next event, or at once where more is to be delivered. */
    Uni<Void> finish(Turn turn, Instant now) {
        return database.transaction(() -> database.rows(LOCK, turn.organizationId(), turn.webhookId(), turn.claim())
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : database.change(
                                        FINISH,
                                        turn.organizationId(),
                                        turn.webhookId(),
                                        turn.delivered(),
                                        now,
                                        turn.events().toArray(String[]::new))
                                .replaceWithVoid()));
    }

    /** @param next when to try again, or null for not before somebody asks for it */
    Uni<Void> failed(Turn turn, String why, Instant since, Instant next) {
        return database.transaction(
                () -> database.change(FAILED, turn.organizationId(), turn.webhookId(), turn.claim(), since, why, next)
                        .replaceWithVoid());
    }

    private static Turn turn(Row row) {
        return new Turn(
                row.getUUID("organization_id"),
                row.getUUID("id"),
                row.getUUID("claim"),
                Receiver.of(row.getString("url")),
                SigningSecret.of(row.getString("secret")).orElseThrow(),
                Arrays.asList(row.getArrayOfStrings("events")),
                row.getLong("delivered_number"),
                row.getInteger("failures"),
                Columns.instant(row, "failing_since"));
    }
}
