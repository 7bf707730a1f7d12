package io.partnercompetencies.achievement;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.rules.AchievementType;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Singleton
class AchievementRepository {

    private static final String COLUMNS =
            "select a.account_id, a.id, a.type, a.credential, a.achieved_at, a.expires_at, a.source, a.recorded_at, a.revoked_at ";

    private final Database database;

    AchievementRepository(Database database) {
        this.database = database;
    }

    Uni<List<Achievement>> known(Collection<Achievement.Identity> identities) {
        var asked = List.copyOf(identities);
        return database.rows(
                        COLUMNS + """
                                from (select distinct account_id, credential, achieved_at
                                      from unnest($1::uuid[], $2::text[], $3::timestamptz[])
                                           as u(account_id, credential, achieved_at)) u
                                join achievement a on a.account_id = u.account_id
                                  and lower(a.credential) = lower(u.credential) and a.achieved_at = u.achieved_at""",
                        Columns.ids(asked, Achievement.Identity::accountId),
                        Columns.texts(asked, Achievement.Identity::credential),
                        Columns.instants(asked, Achievement.Identity::achievedAt))
                .map(AchievementRepository::achievements);
    }

    Uni<Void> insert(List<Achievement> achievements) {
        return achievements.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change(
                                """
                                insert into achievement
                                  (account_id, id, type, credential, achieved_at, expires_at, source, recorded_at)
                                select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[],
                                                     $6::timestamptz[], $7::text[], $8::timestamptz[])""",
                                Columns.ids(achievements, Achievement::accountId),
                                Columns.ids(achievements, Achievement::id),
                                Columns.texts(achievements, Achievement::type),
                                Columns.texts(achievements, Achievement::credential),
                                Columns.instants(achievements, Achievement::achievedAt),
                                Columns.instants(achievements, Achievement::expiresAt),
                                Columns.texts(achievements, Achievement::source),
                                Columns.instants(achievements, Achievement::recordedAt))
                        .replaceWithVoid();
    }

    Uni<Void> update(List<Revised> achievements) {
        return achievements.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.change(
                                """
                                update achievement a set expires_at = n.expires_at, source = n.source
                                from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[])
                                     as n(account_id, id, expires_at, source)
                                where a.account_id = n.account_id and a.id = n.id""",
                                Columns.ids(achievements, Revised::accountId),
                                Columns.ids(achievements, Revised::id),
                                Columns.instants(achievements, Revised::expiresAt),
                                Columns.texts(achievements, Revised::source))
                        .replaceWithVoid();
    }

    /** All of an account, revoked ones included, in a transaction that has locked it. */
    Uni<List<Achievement>> of(UUID accountId) {
        return database.rows(COLUMNS + "from achievement a where account_id = $1 order by id", accountId)
                .map(AchievementRepository::achievements);
    }

    Uni<List<UUID>> accountOf(UUID achievementId) {
        return database.rows("select account_id from achievement where id = $1", achievementId)
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** @return how many it were: none when it was revoked before */
    Uni<Integer> revoke(UUID accountId, UUID achievementId, Instant now) {
        return database.change(
                "update achievement set revoked_at = $3 where account_id = $1 and id = $2 and revoked_at is null",
                accountId,
                achievementId,
                now);
    }

    Uni<Found<Achievement>> page(UUID accountId, Page page) {
        return database.read("select count(*) from achievement where account_id = $1", accountId)
                .chain(total -> database.read(
                                COLUMNS
                                        + "from achievement a where account_id = $1 and ($2::uuid is null or id > $2) order by id limit $3",
                                accountId,
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(total.get(0).getLong(0), achievements(rows))));
    }

    private static List<Achievement> achievements(List<Row> rows) {
        return rows.stream()
                .map(row -> new Achievement(
                        row.getUUID("account_id"),
                        row.getUUID("id"),
                        AchievementType.valueOf(row.getString("type")),
                        row.getString("credential"),
                        Columns.instant(row, "achieved_at"),
                        Columns.instant(row, "expires_at"),
                        row.getString("source"),
                        Columns.instant(row, "recorded_at"),
                        Columns.instant(row, "revoked_at")))
                .toList();
    }
}
