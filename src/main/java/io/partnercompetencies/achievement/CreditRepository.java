package io.partnercompetencies.achievement;

import io.partnercompetencies.account.Association;
import io.partnercompetencies.account.EndCause;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.rules.Cause;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Writes credits, always in a transaction that has locked their accounts and organisations. A pass may have overtaken
 * the report on its way to the lock: then the organisation knows of the achievement from just after that pass, so that
 * nothing counts that no pass has counted (T2).
 */
@Singleton
class CreditRepository {

    private static final String OTHER_EXPIRIES = """
            from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as n(organization_id, achievement_id, expires_at)
            join standing s on s.organization_id = n.organization_id
            """;

    private static final String OF_RUNNING = """
            c.organization_id = n.organization_id and c.achievement_id = n.achievement_id and c.ended_at is null
            and c.expires_at is distinct from n.expires_at""";

    /** A second change within the microsecond leaves what the first one kept. */
    private static final String KEEP_FORMER =
            """
            insert into former_credit
              (organization_id, association_id, achievement_id, until, known_from, expires_at)
            select c.organization_id, c.association_id, c.achievement_id,
              greatest($4, greatest(s.counted_through, s.evaluated_at) + interval '1 microsecond'),
              c.known_from, c.expires_at
            """ + OTHER_EXPIRIES + "join credit c on " + OF_RUNNING + " on conflict do nothing";

    private static final String TAKE_OVER = """
            update credit c set expires_at = n.expires_at,
              known_from = case when c.expires_at <= greatest($4, s.evaluated_at)
                then greatest($4, s.counted_through + interval '1 microsecond')
                else c.known_from end
            """ + OTHER_EXPIRIES + "where " + OF_RUNNING;

    private final Database database;

    CreditRepository(Database database) {
        this.database = database;
    }

    Uni<Void> insert(List<NewCredit> credits) {
        return credits.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change(
                                """
                                insert into credit
                                  (organization_id, association_id, achievement_id, user_id, account_id, type, credential,
                                   fits, achieved_at, counts_from, known_from, expires_at, revoked_at)
                                select n.organization_id, n.association_id, n.achievement_id, n.user_id, n.account_id,
                                  n.type, n.credential, n.fits, n.achieved_at, n.counts_from,
                                  greatest(n.known_from, s.counted_through + interval '1 microsecond'),
                                  n.expires_at, n.revoked_at
                                from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[],
                                  $6::text[], $7::text[], $8::boolean[], $9::timestamptz[], $10::timestamptz[],
                                  $11::timestamptz[], $12::timestamptz[], $13::timestamptz[])
                                  as n(organization_id, association_id, achievement_id, user_id, account_id,
                                       type, credential, fits, achieved_at, counts_from,
                                       known_from, expires_at, revoked_at)
                                join standing s on s.organization_id = n.organization_id""",
                                Columns.ids(credits, one -> one.association().organizationId()),
                                Columns.ids(credits, one -> one.association().id()),
                                Columns.ids(credits, one -> one.achievement().id()),
                                Columns.ids(credits, one -> one.association().userId()),
                                Columns.ids(credits, one -> one.achievement().accountId()),
                                Columns.texts(credits, one -> one.achievement().type()),
                                Columns.texts(credits, one -> one.achievement().credential()),
                                Columns.flags(credits, NewCredit::fits),
                                Columns.instants(
                                        credits, one -> one.achievement().achievedAt()),
                                Columns.instants(credits, NewCredit::countsFrom),
                                Columns.instants(
                                        credits, one -> one.achievement().recordedAt()),
                                Columns.instants(
                                        credits, one -> one.achievement().expiresAt()),
                                Columns.instants(
                                        credits, one -> one.achievement().revokedAt()))
                        .replaceWithVoid();
    }

    /**
     * Takes over another expiry. What had expired and lives again is a gain: it is known from now, so that a scheduled
     * pass counts it (T3). What was known before is kept, for the past never changes (R8).
     */
    Uni<Void> update(List<NewExpiry> expiries, Instant now) {
        if (expiries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var arguments = new Object[] {
            Columns.ids(expiries, NewExpiry::organizationId),
            Columns.ids(expiries, expiry -> expiry.achievement().id()),
            Columns.instants(expiries, expiry -> expiry.achievement().expiresAt()),
            now
        };
        return database.change(KEEP_FORMER, arguments)
                .chain(() -> database.change(TAKE_OVER, arguments))
                .replaceWithVoid();
    }

    Uni<List<Loss>> end(List<Association> associations, EndCause cause, Instant now) {
        return database.rows(
                        """
                        update credit set ended_at = $3, end_cause = $4
                        where (organization_id, association_id) in (select * from unnest($1::uuid[], $2::uuid[]))
                        returning user_id, achievement_id, credential, fits, expires_at,
                          greatest(counts_from, known_from) as due_at""",
                        Columns.ids(associations, Association::organizationId),
                        Columns.ids(associations, Association::id),
                        now,
                        cause)
                .map(rows -> losses(rows, cause.asCause(), now));
    }

    Uni<List<Loss>> revoke(UUID organizationId, UUID achievementId, Instant now) {
        return database.rows("""
                        update credit set revoked_at = $3
                        where organization_id = $1 and achievement_id = $2 and ended_at is null
                        returning user_id, achievement_id, credential, fits, expires_at,
                          greatest(counts_from, known_from) as due_at""", organizationId, achievementId, now)
                .map(rows -> losses(rows, Cause.ACHIEVEMENT_REVOKED, now));
    }

    private static List<Loss> losses(List<Row> rows, Cause cause, Instant now) {
        return rows.stream()
                .filter(row -> row.getBoolean("fits") && !isPast(Columns.instant(row, "expires_at"), now))
                .map(row -> new Loss(
                        row.getUUID("user_id"),
                        row.getUUID("achievement_id"),
                        row.getString("credential"),
                        Columns.instant(row, "due_at"),
                        cause))
                .toList();
    }

    private static boolean isPast(Instant end, Instant now) {
        return end != null && !end.isAfter(now);
    }
}
