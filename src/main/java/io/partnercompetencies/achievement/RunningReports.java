package io.partnercompetencies.achievement;

import io.partnercompetencies.audit.Actor;
import io.vertx.sqlclient.Row;
import java.util.Set;
import java.util.UUID;

/**
 * An import of achievements that goes on.
 *
 * @param actor who sent the file
 * @param gaveUp whether what still waits fails
 */
record RunningReports(UUID id, Actor actor, boolean gaveUp) {

    static RunningReports of(Row row) {
        var roles = Set.of(row.getString("started_by_roles").split(" "));
        return new RunningReports(
                row.getUUID("id"),
                new Actor(null, null, row.getString("started_by"), roles, row.getString("request_id")),
                row.getBoolean("gave_up"));
    }
}
