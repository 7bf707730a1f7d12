package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.Holding;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what organisations held at an instant, now or past (R8). */
@Singleton
class HoldingReader {

    /** A term that was bought later replaces the one before, so the last by then is the only one that can run. */
    private static final String TERMS = """
            select distinct on (organization_id) organization_id, level, starts_on, expires_on, renewal_days
            from subscription
            where organization_id = any($1) and bought_at <= $2
            order by organization_id, bought_at desc, id desc""";

    private static final String LEVELS = """
            select organization_id, competency_id, level, bool_or(until is null or until > $2) as now
            from held_level where organization_id = any($1) and since <= $2
            group by organization_id, competency_id, level""";

    Uni<Map<UUID, Holding>> at(Statements in, Collection<UUID> organizations, Instant at) {
        var ids = organizations.toArray(UUID[]::new);
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return in.rows(TERMS, ids, at)
                .map(HoldingReader::terms)
                .chain(terms -> in.rows(LEVELS, ids, at)
                        .map(HoldingReader::levels)
                        .map(levels -> terms.keySet().stream()
                                .collect(Collectors.toMap(
                                        id -> id,
                                        id -> holding(terms.get(id), levels.getOrDefault(id, List.of()), day)))));
    }

    /** A level is held by a term, so an organisation that never had one held nothing. */
    private static Holding holding(Term term, List<Held> levels, LocalDate day) {
        var held = named(levels, true);
        var lapsed = named(levels, false);
        if (term.isRunningOn(day)) {
            return new Holding(term, held, lapsed, null);
        }
        var ever = new HashSet<>(held);
        ever.addAll(lapsed);
        return new Holding(null, Set.of(), ever, null);
    }

    private static Set<HeldLevel> named(List<Held> levels, boolean now) {
        return levels.stream().filter(one -> one.now() == now).map(Held::level).collect(Collectors.toSet());
    }

    private static Map<UUID, Term> terms(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.getUUID("organization_id"),
                        row -> new Term(
                                Level.valueOf(row.getString("level")),
                                row.getLocalDate("starts_on"),
                                row.getLocalDate("expires_on"),
                                Period.ofDays(row.getInteger("renewal_days")))));
    }

    private static Map<UUID, List<Held>> levels(List<Row> rows) {
        return rows.stream().map(HeldLevelRepository::held).collect(Collectors.groupingBy(Held::organizationId));
    }
}
