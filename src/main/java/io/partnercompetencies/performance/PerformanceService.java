package io.partnercompetencies.performance;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.LocationService;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.LocatedFigure;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.rules.PerformanceReading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The figures of an organisation: sent, and read back with what of them counts. */
@Singleton
public class PerformanceService {

    private final Database database;
    private final PerformanceRepository records;
    private final Uploads uploads;
    private final Standings standings;
    private final LocationService locations;
    private final Catalogue catalogue;
    private final Clock clock;

    PerformanceService(
            Database database,
            PerformanceRepository records,
            Uploads uploads,
            Standings standings,
            LocationService locations,
            Catalogue catalogue,
            Clock clock) {
        this.database = database;
        this.records = records;
        this.uploads = uploads;
        this.standings = standings;
        this.locations = locations;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Uni<Uploads.Uploaded> put(UUID organizationId, List<NewRecords.NewRecord> sent) {
        return putAt(organizationId, sent, clock.instant());
    }

    public Uni<Uploads.Uploaded> putAt(UUID organizationId, List<NewRecords.NewRecord> sent, Instant now) {
        return uploads.put(organizationId, sent, now);
    }

    /** What the records amount to now, whose they are, and why the rest is left out. */
    Uni<List<PerformanceReadingView>> readings(UUID organizationId) {
        var now = clock.instant();
        return database.snapshot(in -> standings
                .read(in, organizationId)
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound))
                .chain(standing -> records.locatedFigures(in, organizationId))
                .chain(figures -> locations
                        .names(in, organizationId, named(figures))
                        .map(names -> PerformanceReading.of(figures, catalogue.laws(now), Moment.settled(now)).stream()
                                .map(reading -> PerformanceReadingView.of(reading, names))
                                .toList())));
    }

    private static List<String> named(List<LocatedFigure> figures) {
        return figures.stream()
                .map(LocatedFigure::location)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
