package io.partnercompetencies.performance;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Singleton
class AttestationRepository {

    private static final String IN_FORCE = "ended_at is null and (until is null or until > $3)";

    private static final String WHERE = " from attestation where organization_id = $1 and ($2 or " + IN_FORCE + ")";

    private final Database database;

    AttestationRepository(Database database) {
        this.database = database;
    }

    /** The one in force at the instant; empty where there is none. */
    Uni<List<AttestationView>> inForce(UUID organizationId, String code, Instant at) {
        return database.rows(
                        "select * from attestation where organization_id = $1 and attestation = $2 and " + IN_FORCE,
                        organizationId,
                        code,
                        at)
                .map(rows -> rows.stream().map(AttestationRepository::view).toList());
    }

    Uni<Void> end(UUID organizationId, UUID id, Instant at, String by) {
        return database.change(
                        "update attestation set ended_at = $3, ended_by = $4 where organization_id = $1 and id = $2",
                        organizationId,
                        id,
                        at,
                        by)
                .replaceWithVoid();
    }

    Uni<Void> insert(UUID organizationId, String code, Instant until, Instant at, String by) {
        return database.change("""
                        insert into attestation (organization_id, id, attestation, until, created_at, created_by)
                        values ($1, $2, $3, $4, $5, $6)""", organizationId, database.newId(), code, until, at, by)
                .replaceWithVoid();
    }

    Uni<Found<AttestationView>> page(UUID organizationId, boolean includeEnded, Instant now, Page page) {
        return database.read("select count(*)" + WHERE, organizationId, includeEnded, now)
                .chain(total -> database.read(
                                "select *" + WHERE + " and ($4::uuid is null or id > $4) order by id limit $5",
                                organizationId,
                                includeEnded,
                                now,
                                page.afterId(),
                                page.sizePlusOne())
                        .map(rows -> new Found<>(
                                total.get(0).getLong(0),
                                rows.stream().map(AttestationRepository::view).toList())));
    }

    private static AttestationView view(Row row) {
        return new AttestationView(
                row.getUUID("id"),
                row.getString("attestation"),
                Columns.instant(row, "until"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.instant(row, "ended_at"),
                row.getString("ended_by"));
    }
}
