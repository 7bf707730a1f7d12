package io.partnercompetencies.http;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets a call that creates be repeated safely. Its {@code Idempotency-Key} is the transaction's first row: a second
 * caller waits on that row and then reads the first one's answer. A refused call rolls its key back and leaves it free.
 */
@Singleton
public class Idempotency {

    static final Duration KEPT = Duration.ofHours(24);

    private static final String CLAIM = """
            insert into idempotency (scope, key, fingerprint, created_at) values ($1, $2, $3, $4)
            on conflict (scope, key) do update
                set fingerprint = excluded.fingerprint, created_at = excluded.created_at,
                    status = null, location = null, body = null
                where idempotency.created_at <= $5
            returning key""";

    private static final String KEPT_ANSWER =
            "select fingerprint, status, location, body from idempotency where scope = $1 and key = $2";

    private static final String KEEP =
            "update idempotency set status = $3, location = $4, body = $5 where scope = $1 and key = $2";

    private static final String FORGET = """
            delete from idempotency where (scope, key) in
                (select scope, key from idempotency where created_at < $1 limit 10000 for update skip locked)""";

    private final Database database;
    private final Clock clock;
    private final IdempotentCall call;
    private final Fingerprint fingerprint;

    Idempotency(Database database, Clock clock, IdempotentCall call, Fingerprint fingerprint) {
        this.database = database;
        this.clock = clock;
        this.call = call;
        this.fingerprint = fingerprint;
    }

    /**
     * Runs the action in a transaction, once for each key.
     *
     * @param body the bound body, which a repeated call must send again; null where it is not compared
     */
    public Uni<Response> once(Object body, Supplier<Uni<Answer>> action) {
        var key = call.key();
        if (key.isEmpty()) {
            return database.transaction(action).map(Answer::response);
        }
        var sent = fingerprint.of(body);
        return database.transaction(() -> claim(key.get(), sent)
                .chain(claimed -> claimed
                        ? action.get().call(answer -> keep(key.get(), answer)).map(Answer::response)
                        : replay(key.get(), sent)));
    }

    /**
     * What a call whose body is not compared has been answered before, so that the body need not even be read; null
     * where it is the first.
     */
    public Uni<Response> kept() {
        var key = call.key();
        return key.isEmpty()
                ? Uni.createFrom().nullItem()
                : database.read(
                                KEPT_ANSWER + " and status is not null and created_at > $3",
                                key.get().scope(),
                                key.get().key(),
                                clock.instant().minus(KEPT))
                        .map(rows -> rows.isEmpty() ? null : replay(rows, fingerprint.of(null)));
    }

    /** Removes answers of before this instant, ten thousand at most; how many it were. */
    public Uni<Integer> forget(Instant before) {
        return database.transaction(() -> database.change(FORGET, before));
    }

    private Uni<Boolean> claim(IdempotentCall.Key key, String sent) {
        var now = clock.instant();
        return database.rows(CLAIM, key.scope(), key.key(), sent, now, now.minus(KEPT))
                .map(rows -> !rows.isEmpty());
    }

    private Uni<Integer> keep(IdempotentCall.Key key, Answer answer) {
        return database.change(
                KEEP,
                key.scope(),
                key.key(),
                answer.status(),
                answer.location(),
                fingerprint.json(answer.bodyToKeep()));
    }

    private Uni<Response> replay(IdempotentCall.Key key, String sent) {
        return database.rows(KEPT_ANSWER, key.scope(), key.key()).map(rows -> replay(rows, sent));
    }

    private static Response replay(List<Row> rows, String sent) {
        var first = rows.get(0);
        if (!first.getString("fingerprint").equals(sent)) {
            throw new Refusal(
                    Code.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another body before. Use a new key for a new request.");
        }
        var body = first.getString("body");
        return new Answer(first.getInteger("status"), first.getString("location"), body, body)
                .builder()
                .type(body == null ? null : MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
