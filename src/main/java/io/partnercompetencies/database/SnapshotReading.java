package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.function.Function;

/** Reads on the connection of a transaction, many rows through a cursor of the server. */
final class SnapshotReading implements Reading {

    /** Some 150 kB of a report: a server round trip pays, and many reports at once do not weigh. */
    private static final int PORTION = 500;

    private final SqlConnection connection;
    private final Vigil vigil;

    SnapshotReading(SqlConnection connection, Vigil vigil) {
        this.connection = connection;
        this.vigil = vigil;
    }

    @Override
    public Uni<List<Row>> rows(String sql, Object... arguments) {
        return Database.on(connection).rows(sql, arguments);
    }

    @Override
    public Uni<Void> portions(String sql, Function<List<Row>, Uni<Void>> use, Object... arguments) {
        return connection
                .query(Database.WAITS_FOR_OTHERS)
                .execute()
                .chain(() -> connection.prepare(sql))
                .chain(statement -> closing(
                        statement,
                        read(
                                statement.cursor(
                                        io.vertx.mutiny.sqlclient.Tuple.newInstance(Database.tuple(arguments))),
                                use)));
    }

    /** Not by recursion, which would grow with the number of portions. */
    private Uni<Void> read(Cursor cursor, Function<List<Row>, Uni<Void>> use) {
        return Uni.createFrom()
                .deferred(() -> portion(cursor, use))
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> portion(Cursor cursor, Function<List<Row>, Uni<Void>> use) {
        return cursor.read(PORTION)
                .map(rows -> Database.list(rows.getDelegate()))
                .chain(rows -> vigil.exceptFor(() -> use.apply(rows)))
                .map(used -> cursor.hasMore());
    }

    /** The transaction's end closes the cursor, but a statement would stay with the connection. */
    private static Uni<Void> closing(PreparedStatement statement, Uni<Void> work) {
        return work.onItemOrFailure().call(() -> statement.close().onFailure().recoverWithNull());
    }
}
