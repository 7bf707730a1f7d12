package io.partnercompetencies.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.hibernate.reactive.session.ReactiveSession;

/**
 * Transactions and statements. Inside {@link #transaction} entities and {@link #rows statements} share one connection;
 * {@link #snapshot} reads several statements as of one moment; {@link #read} is a single statement.
 */
@Singleton
public class Database {

    /** Longer than any of those is waited for: a client that reads slowly, an identity provider. */
    static final String WAITS_FOR_OTHERS = "set local idle_in_transaction_session_timeout = '30s'";

    private static final int ATTEMPTS = 4;
    private static final String INSIDE = Database.class.getName();
    private static final String UNDO = INSIDE + ".undo";
    private static final String MOMENT = INSIDE + ".moment";
    private static final String LOST = INSIDE + ".lost";

    private final Ids ids;
    private final Reads reads;
    private final Patience patience;
    private final Shares shares;
    private final Silence silence;
    private final Aside aside;

    Database(Ids ids, Reads reads, Patience patience, Shares shares, Silence silence, Aside aside) {
        this.ids = ids;
        this.reads = reads;
        this.patience = patience;
        this.shares = shares;
        this.silence = silence;
        this.aside = aside;
    }

    /** An id for a new row. */
    public UUID newId() {
        return ids.next();
    }

    /** Runs the work in the caller's transaction, or in a new one that is repeated while it has done nothing. */
    public <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return transaction(patience, work);
    }

    /** The same for a job whose statements, or what it does between them, may take longer than any caller waits. */
    public <T> Uni<T> transaction(Duration longest, Supplier<Uni<T>> work) {
        return transaction(
                new Patience(longest),
                () -> rows(
                                "select set_config('statement_timeout', $1, true), pg_backend_pid() as process",
                                String.valueOf(longest.toMillis()))
                        .map(rows -> rows.get(0).getInteger("process"))
                        .call(this::waitForOthers)
                        .chain(process -> silence.bear(process, longest, work)));
    }

    /**
     * Before the running transaction waits for somebody else, whose waits have limits of their own. Without it the
     * server ends a transaction after seconds in which nothing came, so that a copy that stands still blocks nobody.
     */
    public Uni<Void> waitForOthers() {
        return change(WAITS_FOR_OTHERS).replaceWithVoid();
    }

    /**
     * Work of a job after a transaction that failed: on a context of its own, because the one that nobody waits for any
     * more may never end on the caller's, and whatever follows there would be part of it.
     */
    public <T> Uni<T> afresh(Supplier<Uni<T>> work) {
        return aside.run(work);
    }

    private <T> Uni<T> transaction(Patience patience, Supplier<Uni<T>> work) {
        return Uni.createFrom().item(Database::isInside).chain(inside -> inside ? inside(work) : alone(patience, work));
    }

    private static <T> Uni<T> inside(Supplier<Uni<T>> work) {
        return Vertx.currentContext().getLocal(LOST) == null
                ? work.get()
                : Uni.createFrom().failure(Vigil.tooLong());
    }

    private <T> Uni<T> alone(Patience patience, Supplier<Uni<T>> work) {
        return patience.bound(shares.turns()
                        .take(() -> Uni.createFrom()
                                .<T>deferred(() -> begin(work))
                                .onFailure(Passing::is)
                                .retry()
                                .atMost(ATTEMPTS - 1)))
                .onFailure(failure -> isInside())
                .invoke(() -> Vertx.currentContext().putLocal(LOST, true));
    }

    private static <T> Uni<T> begin(Supplier<Uni<T>> work) {
        var begun = new AtomicBoolean();
        return begin(work, begun)
                .onFailure(failure -> !begun.get() && Passing.isLost(failure))
                .transform(Passing.NotBegun::new);
    }

    private static <T> Uni<T> begin(Supplier<Uni<T>> work, AtomicBoolean begun) {
        return Panache.withTransaction(() -> {
                    begun.set(true);
                    Vertx.currentContext().putLocal(INSIDE, true);
                    Vertx.currentContext().putLocal(UNDO, new ArrayList<Supplier<Uni<Void>>>());
                    return work.get().call(Database::flush);
                })
                .onFailure()
                .call(Database::undo)
                .onTermination()
                .invoke(() -> {
                    Vertx.currentContext().removeLocal(INSIDE);
                    Vertx.currentContext().removeLocal(LOST);
                });
    }

    /**
     * Undoes what the running transaction did outside the database, should it fail. At best: when that fails, too, it
     * stays done, so that nothing may depend on it.
     */
    public void undoing(Supplier<Uni<Void>> undo) {
        Vertx.currentContext().<List<Supplier<Uni<Void>>>>getLocal(UNDO).add(undo);
    }

    private static Uni<Void> undo() {
        List<Supplier<Uni<Void>>> done = Vertx.currentContext().getLocal(UNDO);
        var undone = Uni.createFrom().voidItem();
        for (var undo : done == null ? List.<Supplier<Uni<Void>>>of() : done) {
            undone = undone.chain(() -> undo.get()).onFailure().recoverWithNull();
        }
        return undone;
    }

    private static boolean isInside() {
        return Vertx.currentContext() != null && Vertx.currentContext().getLocal(INSIDE) != null;
    }

    private static Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    /** A statement on the running transaction's connection, after everything the entities have changed. */
    public Uni<List<Row>> rows(String sql, Object... arguments) {
        return execute(sql, arguments).map(Database::list);
    }

    /** The number of rows that a changing statement touched, on the running transaction's connection. */
    public Uni<Integer> change(String sql, Object... arguments) {
        return execute(sql, arguments).map(RowSet::rowCount);
    }

    private static Uni<RowSet<Row>> execute(String sql, Object... arguments) {
        return Panache.getSession()
                .chain(session -> session.flush().replaceWith(session))
                .chain(session -> Uni.createFrom()
                        .completionStage(() -> connection(session).preparedQuery(sql, tuple(arguments))));
    }

    /**
     * One statement by itself, on any free connection; inside a transaction on its own one, because whoever holds a
     * connection while waiting for a second one can wait for ever.
     */
    public Uni<List<Row>> read(String sql, Object... arguments) {
        return Uni.createFrom().deferred(() -> isInside() ? rows(sql, arguments) : reads.one(sql, arguments));
    }

    /** The same for what many want to know at once: who asks while another is answered shares the next statement. */
    public Uni<List<Row>> readShared(String sql, Object... arguments) {
        return Uni.createFrom().deferred(() -> isInside() ? rows(sql, arguments) : reads.shared(sql, arguments));
    }

    /**
     * Reads of several services that see the database as of the same moment, entities among them; they cannot change
     * it. Inside a transaction they see what the transaction sees.
     */
    public <T> Uni<T> moment(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .item(Database::isInside)
                .chain(inside -> inside
                        ? work.get()
                        : transaction(() -> change("set transaction isolation level repeatable read, read only")
                                .invoke(() -> Vertx.currentContext().putLocal(MOMENT, true))
                                .chain(work::get)
                                .onTermination()
                                .invoke(() -> Vertx.currentContext().removeLocal(MOMENT))));
    }

    /** Several statements that see the database as of the same moment; they cannot change it. */
    public <T> Uni<T> snapshot(Function<Reading, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> isInAMoment() ? work.apply(new MomentReading(this)) : reads.several(work));
    }

    private static boolean isInAMoment() {
        return Vertx.currentContext() != null && Vertx.currentContext().getLocal(MOMENT) != null;
    }

    static Statements on(io.vertx.mutiny.sqlclient.SqlClient client) {
        return (sql, arguments) -> client.preparedQuery(sql)
                .execute(io.vertx.mutiny.sqlclient.Tuple.newInstance(tuple(arguments)))
                .map(rows -> list(rows.getDelegate()));
    }

    /** Hibernate may wrap its connection in one that collects batches; the batch size 0 unwraps it. */
    private static SqlClientConnection connection(org.hibernate.reactive.mutiny.Mutiny.Session session) {
        return (SqlClientConnection) ((org.hibernate.reactive.mutiny.impl.MutinySessionImpl) session)
                .unwrap(ReactiveSession.class)
                .getReactiveConnection()
                .withBatchSize(0);
    }

    static Tuple tuple(Object[] arguments) {
        return Tuple.from(Arguments.forPostgres(arguments));
    }

    static List<Row> list(RowSet<Row> rows) {
        var list = new ArrayList<Row>(rows.size());
        rows.forEach(list::add);
        return list;
    }
}
