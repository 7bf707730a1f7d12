package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.List;

/** Where statements run: a transaction or a snapshot. Parameters are {@code $1, $2, …}. */
@FunctionalInterface
public interface Statements {

    Uni<List<Row>> rows(String sql, Object... arguments);
}
