package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.function.Function;

/** Reads on the connection of a moment that has begun already. */
final class MomentReading implements Reading {

    private final Database database;

    MomentReading(Database database) {
        this.database = database;
    }

    @Override
    public Uni<List<Row>> rows(String sql, Object... arguments) {
        return database.rows(sql, arguments);
    }

    /** All in one: whoever reads more than memory should hold reads it by itself. */
    @Override
    public Uni<Void> portions(String sql, Function<List<Row>, Uni<Void>> use, Object... arguments) {
        return rows(sql, arguments).chain(use::apply);
    }
}
