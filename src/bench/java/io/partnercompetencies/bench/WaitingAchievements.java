package io.partnercompetencies.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Achievements that will count at one instant, far ahead until somebody says when: the people earn what colleagues have earned before them, most
 * of them one, some two. They stand in bench.waiting, too, and some of their organisations in bench.some_organization.
 */
final class WaitingAchievements {

    private static final String CHOOSE = """
            create table bench.waiting as
            with taught as (
              select organization_id, array_agg(distinct credential order by credential) as codes from credit
              where fits and type <> 'ASSESSMENT' and ended_at is null group by organization_id),
            typed as (select distinct credential, type from credit),
            chosen as (
              select a.organization_id, a.id as association_id, a.user_id, a.account_id, n,
                     codes[1 + (abs(hashtext(a.user_id::text)::bigint) + n) %% cardinality(codes)] as credential
              from association a join taught using (organization_id) cross join generate_series(0, 1) as n
              where a.kind = 'LEARN' and a.ended_at is null
              order by n, hashtext(a.id::text) limit %d)
            select chosen.*, typed.type, uuidv7() as achievement_id from chosen join typed using (credential)""";

    private static final String ACHIEVEMENTS = """
            insert into achievement (account_id, id, type, credential, achieved_at, recorded_at)
            select account_id, achievement_id, type, credential, ?::timestamptz - n * interval '1 second',
                   ?::timestamptz
            from bench.waiting""";

    private static final String CREDITS = """
            insert into credit
              (organization_id, association_id, achievement_id, user_id, account_id, type, credential, fits,
               achieved_at, counts_from, known_from)
            select w.organization_id, a.id, w.achievement_id, w.user_id, w.account_id, w.type, w.credential,
                   a.kind = 'LEARN', ?::timestamptz - n * interval '1 second', ?::timestamptz, ?::timestamptz
            from bench.waiting w
            join association a on a.organization_id = w.organization_id and a.account_id = w.account_id
              and a.ended_at is null""";

    private static final String LET_COUNT = """
            update credit c set counts_from = ?::timestamptz from bench.waiting w
            where c.organization_id = w.organization_id and c.association_id = w.association_id
              and c.achievement_id = w.achievement_id""";

    private static final String SOME = """
            create table bench.some_organization as
            select organization_id from bench.waiting group by organization_id
            order by hashtext(organization_id::text) limit %d""";

    private static final Duration FAR = Duration.ofDays(3650);

    private WaitingAchievements() {}

    /** As many as there are users; the organisations are due at once, so that a pass writes what waits. */
    static void add(Database database, int count, Instant origin) throws SQLException {
        database.change(CHOOSE.formatted(count));
        database.change(SOME.formatted(Math.min(DueData.SOME_ORGANIZATIONS, Math.max(1, count / 1000))));
        var achievedAt = origin.minus(Duration.ofDays(6)).toString();
        database.change(ACHIEVEMENTS, achievedAt, origin.toString());
        database.change(CREDITS, achievedAt, origin.plus(FAR).toString(), origin.toString());
        database.change("""
                update standing set next_due_at = ?::timestamptz, stale = true, revision = revision + 1
                where organization_id in (select organization_id from bench.waiting)""", Instant.now().toString());
    }

    /** From then on they count for whoever is evaluated. */
    static void letCount(Database database, Instant from) throws SQLException {
        database.change(LET_COUNT, from.toString());
    }
}
