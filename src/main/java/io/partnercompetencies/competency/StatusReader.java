package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Columns;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Forecast;
import io.partnercompetencies.rules.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads where an organisation stands: one statement for what is stored. Only when facts were added since, or when the
 * proof is wanted, the facts are read too and judged again, at the same moment as the stored evaluation.
 */
@Singleton
public class StatusReader {

    private static final String CURRENT = """
            select s.organization_id, s.revision, s.counted_through, s.next_due_at, s.stale, s.evaluated_at, s.snapshot,
                   coalesce(p.through, s.counted_through) as through
            from standing s left join sync_pass p on p.only_row where s.organization_id = $1""";

    private final Database database;
    private final FactsReader facts;
    private final Catalogue catalogue;
    private final Snapshots snapshots;
    private final Memberships memberships;

    StatusReader(
            Database database, FactsReader facts, Catalogue catalogue, Snapshots snapshots, Memberships memberships) {
        this.database = database;
        this.facts = facts;
        this.memberships = memberships;
        this.catalogue = catalogue;
        this.snapshots = snapshots;
    }

    /** Where the organisation stands; without proof, unless facts were added since the stored evaluation. */
    Uni<Shown> current(UUID organizationId, Instant now) {
        return stored(database::read, organizationId)
                .chain(current -> current.standing().stale()
                        ? proven(organizationId, now)
                        : Uni.createFrom().item(Shown.stored(current, now)));
    }

    /** The same with the proof. */
    Uni<Shown> proven(UUID organizationId, Instant now) {
        return judged(organizationId).map(judged -> Shown.judged(judged, now));
    }

    /** Where the organisation stood, with the proof. */
    Uni<Shown> past(UUID organizationId, Instant at) {
        return database.snapshot(in -> stored(in, organizationId)
                .chain(current -> facts.knownAt(in, organizationId, at)
                        .map(known -> known.orElseThrow(() -> Refusal.invalidParameter(
                                "asOf", "asOf must not be before the organization was created.")))
                        .chain(known -> memberships
                                .at(in, Map.of(organizationId, at))
                                .map(held -> past(
                                        current.standing(),
                                        known,
                                        held.getOrDefault(organizationId, Holding.NONE),
                                        at)))));
    }

    private Shown past(Standing standing, Facts known, Holding holding, Instant at) {
        var statuses = Evaluation.statuses(known, catalogue, Moment.settled(at));
        return Shown.past(
                standing, at, statuses, holding.judged(statuses, new Forecast(known, catalogue.histories()), at));
    }

    private Uni<Current> stored(Statements in, UUID organizationId) {
        return in.rows(CURRENT, organizationId).map(rows -> {
            if (rows.isEmpty()) {
                throw Refusal.notFound();
            }
            var standing = Standings.standing(rows.get(0));
            return new Current(
                    standing, Columns.instant(rows.get(0), "through"), StoredSnapshot.of(standing, snapshots));
        });
    }

    private Uni<Judged> judged(UUID organizationId) {
        return database.snapshot(in -> stored(in, organizationId)
                .chain(current -> facts.facts(in, List.of(current.standing()), Standing::evaluatedAt)
                        .map(gathered -> judged(current, gathered.get(organizationId)))));
    }

    /** Every competency's status with its proof, as of the stored evaluation. */
    public Uni<List<CompetencyStatus>> statuses(UUID organizationId) {
        return judged(organizationId).map(Judged::statuses);
    }

    /** Every competency's status with its proof as of the stored evaluation, and what becomes of it. */
    public Uni<Outlook> outlook(UUID organizationId) {
        return judged(organizationId).map(Judged::outlook);
    }

    private Judged judged(Current current, Facts gathered) {
        var standing = current.standing();
        var moment = new Moment(standing.evaluatedAt(), standing.countedThrough());
        var statuses = Evaluation.statuses(gathered, catalogue, moment);
        var forecast = new Forecast(gathered, catalogue.histories());
        var holding = current.snapshot().holding().judged(statuses, forecast, moment.at());
        return new Judged(
                current.with(Snapshot.of(statuses, holding)),
                statuses,
                new Outlook(moment, statuses, holding, forecast));
    }
}
