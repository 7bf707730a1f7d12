package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import io.partnercompetencies.audit.Actor;
import io.vertx.sqlclient.Row;
import java.util.UUID;

/** @param actor for whom the rows are processed */
record RunningImport(UUID organizationId, UUID id, Actor actor) {

    static RunningImport of(Row row) {
        var organizationId = row.getUUID("organization_id");
        var importer = new Importer(
                row.getString("started_by"),
                row.getUUID("started_by_user"),
                Role.set(row.getString("started_by_roles")),
                row.getString("request_id"));
        return new RunningImport(organizationId, row.getUUID("id"), importer.actor(organizationId));
    }
}
