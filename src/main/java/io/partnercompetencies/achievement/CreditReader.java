package io.partnercompetencies.achievement;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Reading;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.Credit;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads credits as the law wants them. */
@Singleton
public class CreditReader {

    private static final String COLUMNS =
            "organization_id, achievement_id, user_id, credential, type, fits, achieved_at, counts_from, known_from, expires_at, revoked_at, ended_at";

    /**
     * What organisations have through running associations: what counts, what is pending, and what expired after an
     * instant, so that a loss can be told from what was lost before.
     */
    private static final String RUNNING = "select " + COLUMNS + """
             from credit
            where organization_id = any($1) and ended_at is null and revoked_at is null and fits
              and (expires_at is null or expires_at > $2)""";

    /**
     * All an organisation ever had, each once for a person: by the association that brings it, or else by the last one.
     */
    private static final String EACH_ONCE = "select distinct on (achievement_id, user_id) " + COLUMNS + " from credit";

    private static final String CHOICE = ", fits desc, association_id desc";

    private static final String EVER = EACH_ONCE + """
             where organization_id = $1 and ($2::uuid is null or user_id = $2)
              and ($3::text is null or lower(credential) = lower($3))
            order by achievement_id, user_id""" + CHOICE;

    private static final String ONE = EACH_ONCE
            + " where organization_id = $1 and achievement_id = $2 and user_id = $3 order by achievement_id, user_id"
            + CHOICE;

    private static final String BY_PERSON =
            EACH_ONCE + " where organization_id = $1 order by user_id, achievement_id" + CHOICE;

    private static final String BY_ACHIEVEMENT =
            EACH_ONCE + " where organization_id = $1 order by achievement_id, user_id" + CHOICE;

    /**
     * What counted or was pending at an instant, as it was known then (R8): with the expiry that was reported by then,
     * without what ended or was revoked by then, and without what another organisation brought later.
     */
    private static final String KNOWN_AT = """
            select c.organization_id, c.achievement_id, c.user_id, c.credential, c.type, c.fits, c.achieved_at,
                   c.counts_from, case when f.until is null then c.known_from else f.known_from end as known_from,
                   case when f.until is null then c.expires_at else f.expires_at end as expires_at,
                   null::timestamptz as revoked_at, null::timestamptz as ended_at
              from credit c
              join association a on a.organization_id = c.organization_id and a.id = c.association_id
              left join lateral (
                select until, known_from, expires_at from former_credit
                 where organization_id = c.organization_id and association_id = c.association_id
                   and achievement_id = c.achievement_id and until > $2 order by until limit 1) f on true
             where c.organization_id = $1 and c.fits and coalesce(a.joined_at, a.associated_at) <= $2
               and (c.ended_at is null or c.ended_at > $2) and (c.revoked_at is null or c.revoked_at > $2)
               and case when f.until is null then c.known_from else f.known_from end <= $2""";

    public Uni<Map<UUID, List<Credit>>> running(Statements in, Collection<UUID> organizations, Instant expiredAfter) {
        return in.rows(RUNNING, organizations.toArray(UUID[]::new), expiredAfter)
                .map(CreditReader::byOrganization);
    }

    private static Map<UUID, List<Credit>> byOrganization(List<Row> rows) {
        var credits = new HashMap<UUID, List<Credit>>();
        rows.forEach(row -> credits.computeIfAbsent(row.getUUID(0), none -> new ArrayList<>())
                .add(credit(row)));
        return credits;
    }

    /** What counted or was pending at a past instant. */
    public Uni<List<Credit>> knownAt(Statements in, UUID organizationId, Instant at) {
        return in.rows(KNOWN_AT, organizationId, at).map(CreditReader::credits);
    }

    /** In the order of achievement and user. */
    Uni<List<Credit>> ever(Statements in, UUID organizationId, UUID userId, String credential) {
        return in.rows(EVER, organizationId, userId, credential).map(CreditReader::credits);
    }

    private static List<Credit> credits(List<Row> rows) {
        return rows.stream().map(CreditReader::credit).toList();
    }

    /** What the user has of one achievement; empty where there never was anything. */
    Uni<List<Credit>> one(Statements in, UUID organizationId, UUID achievementId, UUID userId) {
        return in.rows(ONE, organizationId, achievementId, userId)
                .map(rows -> rows.stream().map(CreditReader::credit).toList());
    }

    /** All an organisation ever had, in portions, in the order of the people's ids, or else of the achievements'. */
    Uni<Void> all(Reading in, UUID organizationId, boolean byPerson, Function<List<Credit>, Uni<Void>> use) {
        return in.portions(
                byPerson ? BY_PERSON : BY_ACHIEVEMENT,
                rows -> use.apply(rows.stream().map(CreditReader::credit).toList()),
                organizationId);
    }

    /** By position, in the order of the columns: a pass reads millions of them. */
    private static Credit credit(Row row) {
        return new Credit(
                row.getUUID(1),
                row.getUUID(2),
                row.getString(3),
                AchievementType.valueOf(row.getString(4)),
                row.getBoolean(5),
                Columns.instant(row, 6),
                Columns.instant(row, 7),
                Columns.instant(row, 8),
                Columns.instant(row, 9),
                Columns.instant(row, 10),
                Columns.instant(row, 11));
    }
}
