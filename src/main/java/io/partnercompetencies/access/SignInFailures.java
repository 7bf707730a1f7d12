package io.partnercompetencies.access;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Counts wrong passwords, for all copies of the service and for names that nobody has, too. A check that ends while the
 * name is locked tells nothing and counts nothing, be the password right or wrong: however many are tried at once, no
 * more of them are answered than may be.
 */
@Singleton
public class SignInFailures {

    private static final String COUNT = """
            insert into sign_in_failure as f (name_digest, failures, failed_at, locked_until)
            values ($1, 1, $2, $2::timestamptz + ($4::bigint[])[1] * interval '1 millisecond')
            on conflict (name_digest) do update set
                failures = case when f.failed_at <= $3 then 1 else f.failures + 1 end,
                failed_at = $2,
                locked_until = $2::timestamptz + interval '1 millisecond'
                    * ($4::bigint[])[case when f.failed_at <= $3 then 1
                                          else least(f.failures + 1, cardinality($4::bigint[])) end]
                where f.locked_until <= $2
            returning failures""";

    /** Writes nothing where nothing has failed. */
    private static final String PASS = """
            with reset as (delete from sign_in_failure where name_digest = $1 and locked_until <= $2)
            select locked_until from sign_in_failure where name_digest = $1 and locked_until > $2""";

    private static final String LOCK = "select locked_until from sign_in_failure where name_digest = $1";

    private static final String LIFT = "delete from sign_in_failure where name_digest = $1";

    private static final String FORGET = """
            delete from sign_in_failure where name_digest in
                (select name_digest from sign_in_failure where failed_at <= $1 limit 10000 for update skip locked)""";

    private final Database database;
    private final Lockout lockout;

    SignInFailures(Database database, Lockout lockout) {
        this.database = database;
        this.lockout = lockout;
    }

    static String digest(String userName) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(userName.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A wrong password; fails where the name has been locked in the meantime. */
    Uni<Void> count(String userName, Instant now) {
        var digest = digest(userName);
        return database.read(COUNT, digest, now, now.minus(lockout.forgottenAfter()), lockout.waits())
                .chain(counted -> counted.isEmpty()
                        ? database.read(LOCK, digest).invoke(found -> mustBeOpen(found, now))
                        : Uni.createFrom().item(counted))
                .replaceWithVoid();
    }

    /** The right password; fails where the name has been locked in the meantime. */
    Uni<Void> pass(String userName, Instant now) {
        return database.read(PASS, digest(userName), now)
                .invoke(locked -> mustBeOpen(locked, now))
                .replaceWithVoid();
    }

    private static void mustBeOpen(List<Row> found, Instant now) {
        found.stream()
                .map(row -> new Lock(Columns.instant(row, "locked_until")))
                .filter(lock -> lock.holds(now))
                .findFirst()
                .ifPresent(lock -> {
                    throw lock.refusal(now);
                });
    }

    /** In the caller's transaction. */
    Uni<Void> lift(String userName) {
        return database.change(LIFT, digest(userName)).replaceWithVoid();
    }

    /** Clears away what counts no more, ten thousand names at most; how many it were. */
    public Uni<Integer> forget(Instant now) {
        return database.transaction(() -> database.change(FORGET, now.minus(lockout.forgottenAfter())));
    }
}
