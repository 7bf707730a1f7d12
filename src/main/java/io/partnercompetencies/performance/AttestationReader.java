package io.partnercompetencies.performance;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.rules.Attested;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads attestations as the law wants them. */
@Singleton
public class AttestationReader {

    private static final String RUNNING = """
            select organization_id, attestation, created_at, least(until, ended_at) as until from attestation
            where organization_id = any($1) and (until is null or until > $2) and (ended_at is null or ended_at > $2)""";

    private static final String KNOWN_AT = """
            select organization_id, attestation, created_at, until from attestation
            where organization_id = $1 and created_at <= $2
              and (until is null or until > $2) and (ended_at is null or ended_at > $2)""";

    /** Those in force, and those that were after the instant. */
    public Uni<Map<UUID, List<Attested>>> running(Statements in, Collection<UUID> organizations, Instant endedAfter) {
        return in.rows(RUNNING, organizations.toArray(UUID[]::new), endedAfter)
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getUUID("organization_id"),
                                Collectors.mapping(AttestationReader::attested, Collectors.toList()))));
    }

    /** Those in force at a past instant, with the end that was known then (R8). */
    public Uni<List<Attested>> knownAt(Statements in, UUID organizationId, Instant at) {
        return in.rows(KNOWN_AT, organizationId, at)
                .map(rows -> rows.stream().map(AttestationReader::attested).toList());
    }

    private static Attested attested(Row row) {
        return new Attested(
                row.getString("attestation"), Columns.instant(row, "created_at"), Columns.instant(row, "until"));
    }
}
