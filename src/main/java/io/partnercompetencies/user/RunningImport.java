package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import io.partnercompetencies.audit.Actor;
import io.vertx.sqlclient.Row;
import java.util.Set;
import java.util.UUID;

/**
 * @param actor for whom the rows are processed
 * @param roles what the actor may do now, which may be less than at the start
 */
record RunningImport(UUID organizationId, UUID id, Actor actor, Set<Role> roles) {

    static RunningImport of(Row row) {
        var organizationId = row.getUUID("organization_id");
        var importer = new Importer(
                row.getString("started_by"),
                row.getUUID("started_by_user"),
                Role.set(row.getString("roles")),
                row.getString("request_id"));
        return new RunningImport(organizationId, row.getUUID("id"), importer.actor(organizationId), importer.roles());
    }
}
