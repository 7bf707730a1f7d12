package io.partnercompetencies.membership;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.rules.Level;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Lists the terms of all organisations. Conditions that are not asked for are left out of the statement: each of the
 * few texts then has a plan of its own, which an alert, looked up for every term, would spoil. A term that came by a
 * merge stands with the organisation that bought it.
 */
@Singleton
class AllSubscriptions {

    /** The dates decide at once; what is stored follows with the next pass (M3). The same as {@link SubscriptionEntity}. */
    private static final String SHOWN = """
            case when s.status not in ('ACTIVE', 'GRACE') then s.status
                 when s.expires_on >= $1 then 'ACTIVE'
                 when s.expires_on + s.renewal_days >= $1 then 'GRACE'
                 else 'EXPIRED' end""";

    private static final String WHERE = " from subscription s where s.merged_from is null and ($2::text is null or "
            + SHOWN + " = $2)" + " and ($3::text is null or s.level = $3) and ($4::date is null or s.expires_on < $4)";

    /** What SHOWN says of these, in words that an index and its statistics understand. */
    private static final String RUNS = "s.status in ('ACTIVE', 'GRACE') and s.expires_on + s.renewal_days >= $1";

    private static final String STORED_AS_RUNNING = " and s.status in ('ACTIVE', 'GRACE')";

    private static final String ALERTED = "exists (select 1 from alert a where a.organization_id = s.organization_id"
            + " and a.type = 'RENEWAL_AT_RISK' and a.cleared_at is null";

    private static final String AT_RISK = " and " + ALERTED + ") and " + RUNS;

    /** What the term must be stands inside: a whole that can be joined. */
    private static final String NOT_AT_RISK = " and not " + ALERTED + " and " + RUNS + ")";

    private static final String PAGE = """
            select s.*, (select o.name from organization o where o.id = s.organization_id) as organization_name,
                   (select o.mpn_id from organization o where o.id = s.organization_id) as mpn_id,
                   s.status in ('ACTIVE', 'GRACE') and\s""" + ALERTED + """
            ) as at_risk
            from (select s.organization_id, s.id, s.level, s.starts_on, s.expires_on,
                         coalesce(s.ended_on, s.expires_on + s.renewal_days + 1) as over_on,\s""" + SHOWN + " as status";

    private static final String FROM_HERE_ON =
            " and ($5::uuid is null or s.id > $5) order by s.id limit $6) s order by s.id";

    private static final String COUNT = "select count(*)";

    private final Database database;
    private final Clock clock;

    AllSubscriptions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Uni<Found<OrganizationSubscriptionView>> page(SubscriptionFilter filter, Page page) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var where = where(filter);
        return database.read(COUNT + where, today, filter.status(), filter.level(), filter.expiresBefore())
                .chain(total -> database.read(
                                PAGE + where + FROM_HERE_ON,
                                today,
                                filter.status(),
                                filter.level(),
                                filter.expiresBefore(),
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(
                                total.get(0).getLong(0),
                                rows.stream().map(AllSubscriptions::view).toList())));
    }

    private static String where(SubscriptionFilter filter) {
        var where = filter.asksForRunning() ? WHERE + STORED_AS_RUNNING : WHERE;
        if (filter.asksForRisk()) {
            return where + AT_RISK;
        }
        return filter.excludesRisk() ? where + NOT_AT_RISK : where;
    }

    private static OrganizationSubscriptionView view(Row row) {
        var status = SubscriptionStatus.valueOf(row.getString("status"));
        return new OrganizationSubscriptionView(
                row.getUUID("organization_id"),
                row.getString("organization_name"),
                row.getString("mpn_id"),
                row.getUUID("id"),
                Level.valueOf(row.getString("level")),
                status,
                row.getLocalDate("starts_on"),
                row.getLocalDate("expires_on"),
                status.runs() ? null : row.getLocalDate("over_on"),
                row.getBoolean("at_risk"));
    }
}
