package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.Holding;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what organisations held at an instant, now or past (R8). */
@Singleton
class HoldingReader {

    /** A term that was bought later replaces the one before, so the last by then is the only one that can run. */
    private static final String TERMS = """
            select distinct on (s.organization_id) s.organization_id, s.level, s.starts_on, s.expires_on, s.renewal_days,
                   s.merged_at is null or s.merged_at > n.at as own
            from unnest($1::uuid[], $2::timestamptz[]) as n(organization_id, at)
            join subscription s on s.organization_id = n.organization_id and s.bought_at <= n.at
              and s.merged_from is null
            order by s.organization_id, s.bought_at desc, s.id desc""";

    private static final String LEVELS = """
            select h.organization_id, h.competency_id, h.level, bool_or(h.until is null or h.until > n.at) as now
            from unnest($1::uuid[], $2::timestamptz[]) as n(organization_id, at)
            join held_level h on h.organization_id = n.organization_id and h.since <= n.at
            group by h.organization_id, h.competency_id, h.level""";

    Uni<Map<UUID, Holding>> at(Statements in, Map<UUID, Instant> each) {
        var entries = List.copyOf(each.entrySet());
        var ids = Columns.ids(entries, Map.Entry::getKey);
        var instants = Columns.instants(entries, Map.Entry::getValue);
        return in.rows(TERMS, ids, instants)
                .map(HoldingReader::terms)
                .chain(terms -> in.rows(LEVELS, ids, instants)
                        .map(HoldingReader::levels)
                        .map(levels -> terms.keySet().stream()
                                .collect(Collectors.toMap(
                                        id -> id,
                                        id -> holding(
                                                terms.get(id).orElse(null),
                                                levels.getOrDefault(id, List.of()),
                                                each.get(id))))));
    }

    /** A level is held by a term, so an organisation that never had one held nothing. */
    private static Holding holding(Term term, List<Held> levels, Instant at) {
        var held = named(levels, true);
        var lapsed = named(levels, false);
        if (term != null && term.isRunningOn(LocalDate.ofInstant(at, ZoneOffset.UTC))) {
            return new Holding(term, held, lapsed, null);
        }
        var ever = new HashSet<>(held);
        ever.addAll(lapsed);
        return new Holding(null, Set.of(), ever, null);
    }

    private static Set<HeldLevel> named(List<Held> levels, boolean now) {
        return levels.stream().filter(one -> one.now() == now).map(Held::level).collect(Collectors.toSet());
    }

    /** Empty where a merge had ended the last term by then, before its dates. */
    private static Map<UUID, Optional<Term>> terms(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.getUUID("organization_id"),
                        row -> Optional.of(row)
                                .filter(one -> one.getBoolean("own"))
                                .map(HoldingReader::term)));
    }

    private static Term term(Row row) {
        return new Term(
                Level.valueOf(row.getString("level")),
                row.getLocalDate("starts_on"),
                row.getLocalDate("expires_on"),
                Period.ofDays(row.getInteger("renewal_days")));
    }

    private static Map<UUID, List<Held>> levels(List<Row> rows) {
        return rows.stream().map(HeldLevelRepository::held).collect(Collectors.groupingBy(Held::organizationId));
    }
}
