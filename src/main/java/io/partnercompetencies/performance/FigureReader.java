package io.partnercompetencies.performance;

import io.partnercompetencies.database.Statements;
import io.partnercompetencies.rules.Figure;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads figures as the law wants them: the customers and locations of an organisation summed (1.3). */
@Singleton
public class FigureReader {

    private final PerformanceRepository records;

    FigureReader(PerformanceRepository records) {
        this.records = records;
    }

    /** What clauses can look at, at the instant. */
    public Uni<Map<UUID, List<Figure>>> figures(Statements in, Collection<UUID> organizations, Instant at) {
        return records.figures(in, organizations, month(at).minusMonths(11));
    }

    /** What clauses could look at, at a past instant. */
    public Uni<List<Figure>> knownAt(Statements in, UUID organizationId, Instant at) {
        return records.figuresKnownAt(in, organizationId, month(at).minusMonths(11), at);
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }
}
