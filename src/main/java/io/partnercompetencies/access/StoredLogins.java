package io.partnercompetencies.access;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** The accounts as they stand in the database, with what has failed for their names. */
@Singleton
class StoredLogins {

    /**
     * @param login null where nobody may sign in under the name
     * @param hash null there, and where the password is kept elsewhere
     */
    record Stored(Login login, String hash, Lock lock) {}

    /** Others are never given, and are not asked for: PostgreSQL would refuse some. */
    private static final Pattern USER_NAME = Pattern.compile("[\\x21-\\x7E]{1,100}");

    private static final String FIND = """
            select l.user_name, l.organization_id, l.user_id, l.roles, l.password_hash, l.must_change, f.locked_until
            from (select $1::text as user_name, $2::text as name_digest) asked
            left join login l on l.user_name = asked.user_name and l.disabled_at is null
            left join sign_in_failure f on f.name_digest = asked.name_digest""";

    private static final String REPLACE = """
            update login set password_hash = $3, must_change = false
            where user_name = $1 and password_hash = $2 and disabled_at is null
            returning user_name""";

    private final Database database;

    StoredLogins(Database database) {
        this.database = database;
    }

    Uni<Stored> find(String userName) {
        var possible = USER_NAME.matcher(userName).matches() ? userName : null;
        return database.readShared(FIND, possible, SignInFailures.digest(userName))
                .map(rows -> stored(rows.get(0)));
    }

    /** Whether the old password was still there to be replaced. */
    Uni<Boolean> replace(String userName, String oldHash, String newHash) {
        return database.read(REPLACE, userName, oldHash, newHash).map(rows -> !rows.isEmpty());
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getString("user_name") == null ? null : Login.of(row),
                row.getString("password_hash"),
                new Lock(Columns.instant(row, "locked_until")));
    }
}
