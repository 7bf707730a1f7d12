package io.partnercompetencies.performance;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Merge;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Figures and attestations of an organisation that becomes part of another one. The other one knows them from the merge
 * on; a figure without location is one of the absorbed company's, which is a location from now on (1.3, 1.8).
 */
@Singleton
public class MergedFigures {

    private static final String ARRIVING = """
            with arriving as (
              select (min(r.id::text))::uuid as id, r.customer_id, r.metric, r.product, r.association, r.period, r.trial,
                     case when r.location_mpn_id = '' then o.mpn_id else r.location_mpn_id end as location_mpn_id,
                     sum(r.value) as value
              from performance_record r join organization o on o.id = r.organization_id
              where r.organization_id = $1 and r.superseded_at is null
              group by r.customer_id, r.metric, r.product, r.association, r.period, r.trial,
                       case when r.location_mpn_id = '' then o.mpn_id else r.location_mpn_id end)
            insert into performance_record
              (organization_id, id, customer_id, metric, product, association, period, trial, location_mpn_id, value,
               recorded_at, superseded_at)
            """;

    /** What the surviving company had for the same customer and location was so until now (R8). */
    private static final String KEEP_FORMER = ARRIVING + """
            select $2, a.id, own.customer_id, own.metric, own.product, own.association, own.period, own.trial,
                   own.location_mpn_id, own.value, own.recorded_at, $3
            from arriving a
            join performance_record own using
              (customer_id, metric, product, association, period, trial, location_mpn_id)
            where own.organization_id = $2 and own.superseded_at is null""";

    /** Whatever both have counted counts: figures are summed, never dropped. */
    private static final String COPY = ARRIVING + """
            select $2, id, customer_id, metric, product, association, period, trial, location_mpn_id, value, $3, null
            from arriving
            on conflict (organization_id, metric, period, customer_id, product, association, trial, location_mpn_id)
              where superseded_at is null
              do update set value = performance_record.value + excluded.value, recorded_at = excluded.recorded_at""";

    private static final String SUPERSEDE =
            "update performance_record set superseded_at = $2 where organization_id = $1 and superseded_at is null";

    /** Of two that are in force the one with the later end goes on. */
    private static final String END_SHORTER = """
            update attestation own set ended_at = $3, ended_by = $4
            where own.organization_id = $2 and own.ended_at is null and own.until > $3 and exists (
              select 1 from attestation a
              where a.organization_id = $1 and a.attestation = own.attestation and a.ended_at is null
                and (a.until is null or a.until > own.until))""";

    private static final String COPY_ATTESTATIONS = """
            insert into attestation (organization_id, id, attestation, until, created_at, created_by)
            select $2, a.id, a.attestation, a.until, $3, a.created_by
            from attestation a
            where a.organization_id = $1 and a.ended_at is null and (a.until is null or a.until > $3)
              and not exists (
                select 1 from attestation own
                where own.organization_id = $2 and own.attestation = a.attestation and own.ended_at is null
                  and (own.until is null or own.until > $3))""";

    private static final String END_ATTESTATIONS = """
            update attestation set ended_at = $2, ended_by = $3
            where organization_id = $1 and ended_at is null and (until is null or until > $2)""";

    private final Database database;

    MergedFigures(Database database) {
        this.database = database;
    }

    public Uni<Void> move(Merge merge) {
        return database.change(KEEP_FORMER, merge.absorbed(), merge.surviving(), merge.at())
                .chain(() -> database.change(COPY, merge.absorbed(), merge.surviving(), merge.at()))
                .chain(() -> database.change(SUPERSEDE, merge.absorbed(), merge.at()))
                .chain(() -> database.change(END_SHORTER, merge.absorbed(), merge.surviving(), merge.at(), merge.by()))
                .chain(() -> database.change(COPY_ATTESTATIONS, merge.absorbed(), merge.surviving(), merge.at()))
                .chain(() -> database.change(END_ATTESTATIONS, merge.absorbed(), merge.at(), merge.by()))
                .replaceWithVoid();
    }
}
