package io.partnercompetencies.user;

import io.vertx.sqlclient.Row;
import java.util.UUID;

record RunningImport(UUID organizationId, UUID id) {

    static RunningImport of(Row row) {
        return new RunningImport(row.getUUID("organization_id"), row.getUUID("id"));
    }
}
