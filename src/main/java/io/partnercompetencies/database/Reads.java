package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads by themselves, outside any transaction of an entity: a single statement, or several as of one moment. */
@Singleton
class Reads {

    private static final Duration LONGEST_WAIT_FOR_ANOTHER = Duration.ofMillis(50);

    private record Question(String sql, List<Object> arguments) {}

    private final Pool pool;
    private final Patience patience;
    private final Shares shares;
    private final SharedReads<Question, List<Row>> shared = new SharedReads<>(
            question -> one(question.sql(), question.arguments().toArray()), LONGEST_WAIT_FOR_ANOTHER);

    Reads(Pool pool, Patience patience, Shares shares) {
        this.pool = pool;
        this.patience = patience;
        this.shares = shares;
    }

    /**
     * In one piece, because most calls consist of little else. With a connection of its own and not by the pool's
     * shorter way, which of a connection that does not come tells twice: when the wait is over and when the attempt
     * fails. The second time throws inside the pool, and whoever would have been served next is forgotten for ever.
     */
    Uni<List<Row>> one(String sql, Object... arguments) {
        return Uni.createFrom().emitter(caller -> {
            var tuple = Database.tuple(arguments);
            var turns = shares.turns();
            var vigil = patience.vigil(caller::fail);
            turns.enter(
                    () -> execute(sql, tuple).onComplete(done -> {
                        turns.leave(done.succeeded());
                        vigil.end();
                        if (done.succeeded()) {
                            caller.complete(Database.list(done.result()));
                        } else {
                            caller.fail(done.cause());
                        }
                    }),
                    refusal -> {
                        vigil.end();
                        caller.fail(refusal);
                    });
        });
    }

    private Future<RowSet<Row>> execute(String sql, Tuple arguments) {
        return pool.getDelegate()
                .getConnection()
                .compose(connection ->
                        connection.preparedQuery(sql).execute(arguments).onComplete(done -> connection.close()));
    }

    Uni<List<Row>> shared(String sql, Object... arguments) {
        return shared.answer(new Question(sql, Arrays.asList(arguments)));
    }

    <T> Uni<T> several(Function<Reading, Uni<T>> work) {
        return patience.bound(vigil -> shares.turns()
                .take(() -> pool.withTransaction(connection -> connection
                        .query("set transaction isolation level repeatable read, read only")
                        .execute()
                        .chain(() -> work.apply(new SnapshotReading(connection, vigil))))));
    }
}
