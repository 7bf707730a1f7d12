package io.partnercompetencies.performance;

import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.rules.Figure;
import io.partnercompetencies.rules.LocatedFigure;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class PerformanceRepository {

    /** Records whose value changes keep their former one, superseded: the past never changes (R8). */
    private static final String SUPERSEDE = """
            update performance_record r set superseded_at = $10
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::boolean[], $8::text[],
                        $9::text[]) as n(customer_id, metric, product, association, period, trial, location_mpn_id, value)
            where r.organization_id = $1 and r.superseded_at is null and r.metric = n.metric and r.period = n.period
              and r.customer_id = n.customer_id and r.product = n.product and r.association = n.association
              and r.trial = n.trial and r.location_mpn_id = n.location_mpn_id and r.value <> n.value::numeric""";

    private static final String INSERT = """
            insert into performance_record
              (organization_id, id, customer_id, metric, product, association, period, trial, location_mpn_id, value,
               recorded_at)
            select $1, n.id, n.customer_id, n.metric, n.product, n.association, n.period, n.trial, n.location_mpn_id,
                   n.value::numeric, $10
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::boolean[], $8::text[],
                        $9::text[], $11::uuid[])
                 as n(customer_id, metric, product, association, period, trial, location_mpn_id, value, id)
            on conflict (organization_id, metric, period, customer_id, product, association, trial, location_mpn_id)
              where superseded_at is null do nothing""";

    private static final String SUMS = """
            select organization_id, metric, product, association, trial, period, sum(value) as value,
                   count(*)::int as records
            from performance_record r
            where organization_id = any($1) and superseded_at is null
            """;

    private static final String BY_KEY = " group by organization_id, metric, product, association, trial, period";

    /** What a clause can look at: twelve months, and of each metric the newest month, however old (R6). */
    private static final String FIGURES = SUMS + """
            and (period >= $2 or period = (
              select max(n.period) from performance_record n
              where n.organization_id = r.organization_id and n.metric = r.metric and n.superseded_at is null))""" + BY_KEY;

    /** The same as it was known at a past instant. */
    private static final String FIGURES_KNOWN_AT = """
            with known as (
              select *, max(period) over (partition by metric) as newest from performance_record
              where organization_id = $1 and recorded_at <= $3 and (superseded_at is null or superseded_at > $3))
            select organization_id, metric, product, association, trial, period, sum(value) as value,
                   count(*)::int as records
            from known where (period >= $2 or period = newest)
            """ + BY_KEY;

    /** All there are, each location's by itself. */
    private static final String LOCATED_FIGURES = """
            select organization_id, metric, product, association, trial, period, nullif(location_mpn_id, '') as location,
                   sum(value) as value, count(*)::int as records
            from performance_record where organization_id = $1 and superseded_at is null
            """ + BY_KEY + ", location_mpn_id";

    private final Database database;

    PerformanceRepository(Database database) {
        this.database = database;
    }

    /** @return how many records are new or have another value */
    Uni<Integer> upsert(UUID organizationId, List<PerformanceRecord> records, Instant now) {
        var keys = records.stream().map(PerformanceRecord::key).toList();
        var arguments = new Object[] {
            organizationId,
            Columns.texts(keys, PerformanceRecord.Key::customerId),
            Columns.texts(keys, PerformanceRecord.Key::metric),
            Columns.texts(keys, PerformanceRecord.Key::product),
            Columns.texts(keys, PerformanceRecord.Key::association),
            keys.stream().map(key -> key.period().atDay(1)).toArray(LocalDate[]::new),
            Columns.flags(keys, PerformanceRecord.Key::trial),
            Columns.texts(keys, PerformanceRecord.Key::locationMpnId),
            Columns.texts(records, record -> record.value().toPlainString()),
            now,
            Columns.ids(records, record -> database.newId())
        };
        return database.change(SUPERSEDE, Arrays.copyOf(arguments, arguments.length - 1))
                .chain(() -> database.change(INSERT, arguments));
    }

    Uni<Map<UUID, List<Figure>>> figures(Statements in, Collection<UUID> organizations, YearMonth from) {
        return in.rows(FIGURES, organizations.toArray(UUID[]::new), from.atDay(1))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getUUID("organization_id"),
                                Collectors.mapping(PerformanceRepository::figure, Collectors.toList()))));
    }

    Uni<List<Figure>> figuresKnownAt(Statements in, UUID organizationId, YearMonth from, Instant at) {
        return in.rows(FIGURES_KNOWN_AT, organizationId, from.atDay(1), at)
                .map(rows -> rows.stream().map(PerformanceRepository::figure).toList());
    }

    Uni<List<LocatedFigure>> locatedFigures(Statements in, UUID organizationId) {
        return in.rows(LOCATED_FIGURES, organizationId)
                .map(rows -> rows.stream()
                        .map(row -> new LocatedFigure(row.getString("location"), figure(row)))
                        .toList());
    }

    private static Figure figure(Row row) {
        return new Figure(
                row.getString("metric"),
                row.getString("product"),
                row.getString("association"),
                YearMonth.from(row.getLocalDate("period")),
                row.getBoolean("trial"),
                row.getNumeric("value").bigDecimalValue(),
                row.getInteger("records"));
    }
}
