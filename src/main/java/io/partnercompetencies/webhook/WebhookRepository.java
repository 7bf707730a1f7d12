package io.partnercompetencies.webhook;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.PartnerEventType;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

@Singleton
class WebhookRepository {

    /** What a delivery needs of one. */
    record Target(Receiver receiver, SigningSecret secret) {}

    private static final String SHOWN = """
            select id, url, events, status, created_at, delivered_at, failing_since, last_failure,
                   case when failures > 0 then due_at end as next_attempt_at
            from webhook where organization_id = $1""";

    private final Database database;

    WebhookRepository(Database database) {
        this.database = database;
    }

    Uni<Integer> count(UUID organizationId) {
        return database.rows("select count(*)::int from webhook where organization_id = $1", organizationId)
                .map(rows -> rows.get(0).getInteger(0));
    }

    /** @param after the number of the organisation's newest event: what came before is not delivered */
    Uni<Void> insert(UUID organizationId, WebhookView made, SigningSecret secret, long after) {
        return database.change(
                        """
                        insert into webhook
                          (organization_id, id, url, events, secret, status, created_at, delivered_number)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)""",
                        organizationId,
                        made.id(),
                        made.url(),
                        Columns.texts(made.events(), PartnerEventType::text),
                        secret.text(),
                        made.status(),
                        made.createdAt(),
                        after)
                .replaceWithVoid();
    }

    Uni<Found<WebhookView>> page(UUID organizationId, Page page) {
        return database.read("select count(*) from webhook where organization_id = $1", organizationId)
                .chain(total -> database.read(
                                SHOWN + " and ($2::uuid is null or id > $2) order by id limit $3",
                                organizationId,
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(
                                total.get(0).getLong(0),
                                rows.stream().map(WebhookRepository::view).toList())));
    }

    Uni<Target> target(UUID organizationId, UUID id) {
        return database.read(
                        "select url, secret from webhook where organization_id = $1 and id = $2", organizationId, id)
                .map(rows -> rows.stream().findFirst().orElseThrow(Refusal::notFound))
                .map(row -> new Target(
                        Receiver.of(row.getString("url")),
                        SigningSecret.of(row.getString("secret")).orElseThrow()));
    }

    /** @return what was there; nothing where there was none */
    Uni<List<WebhookView>> delete(UUID organizationId, UUID id) {
        return database.rows("""
                        delete from webhook where organization_id = $1 and id = $2
                        returning id, url, events, status, created_at, delivered_at, failing_since, last_failure,
                                  due_at as next_attempt_at""", organizationId, id)
                .map(rows -> rows.stream().map(WebhookRepository::view).toList());
    }

    /** The receiver is there again: what waits is due at once. */
    Uni<Void> resume(UUID organizationId, UUID id, Instant now) {
        return database.change("""
                        update webhook
                        set status = 'ACTIVE', due_at = $3, failures = 0, failing_since = null, last_failure = null
                        where organization_id = $1 and id = $2 and (status = 'PAUSED' or failures > 0)""", organizationId, id, now).replaceWithVoid();
    }

    private static WebhookView view(Row row) {
        return new WebhookView(
                row.getUUID("id"),
                row.getString("url"),
                Arrays.stream(row.getArrayOfStrings("events"))
                        .map(text -> PartnerEventType.of(text).orElseThrow())
                        .toList(),
                WebhookStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "delivered_at"),
                Columns.instant(row, "failing_since"),
                row.getString("last_failure"),
                Columns.instant(row, "next_attempt_at"));
    }
}
