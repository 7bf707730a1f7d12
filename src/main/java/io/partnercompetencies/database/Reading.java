package io.partnercompetencies.database;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.function.Function;

/** Statements of one snapshot, among them such whose rows are more than memory should hold. */
public interface Reading extends Statements {

    /**
     * Gives the rows in portions, each only when the one before has been used; other statements of the snapshot may run
     * meanwhile. Where the use fails, nothing more is read. The use must end by itself: as long as it lasts, the
     * snapshot keeps its connection.
     *
     * @param use called at least once, with no rows where there are none
     */
    Uni<Void> portions(String sql, Function<List<Row>, Uni<Void>> use, Object... arguments);
}
