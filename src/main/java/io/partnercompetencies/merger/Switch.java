package io.partnercompetencies.merger;

import io.partnercompetencies.access.MergedLogins;
import io.partnercompetencies.account.MergedAssociations;
import io.partnercompetencies.achievement.MergedCredits;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.competency.Evaluations;
import io.partnercompetencies.competency.MergedOverrides;
import io.partnercompetencies.membership.MergedTerms;
import io.partnercompetencies.organization.Merge;
import io.partnercompetencies.organization.MergedOrganizations;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.performance.MergedFigures;
import io.partnercompetencies.user.MergedUsers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The moment of a merge: everything that the absorbed organisation has goes over in the caller's transaction, one
 * statement a table, so that nobody ever sees half of it. Locks accounts, then standings, as everybody does (S2).
 */
@Singleton
class Switch {

    private final Standings standings;
    private final MergedOrganizations organizations;
    private final MergedLogins logins;
    private final MergedUsers users;
    private final MergedAssociations associations;
    private final MergedCredits credits;
    private final MergedFigures figures;
    private final MergedOverrides overrides;
    private final MergedTerms terms;
    private final Evaluations evaluations;
    private final Audit audit;
    private final Clock clock;

    Switch(
            Standings standings,
            MergedOrganizations organizations,
            MergedLogins logins,
            MergedUsers users,
            MergedAssociations associations,
            MergedCredits credits,
            MergedFigures figures,
            MergedOverrides overrides,
            MergedTerms terms,
            Evaluations evaluations,
            Audit audit,
            Clock clock) {
        this.standings = standings;
        this.organizations = organizations;
        this.logins = logins;
        this.users = users;
        this.associations = associations;
        this.credits = credits;
        this.figures = figures;
        this.overrides = overrides;
        this.terms = terms;
        this.evaluations = evaluations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The instant is read when everything is locked: what was answered while the locks were waited for was true.
     *
     * @return when it happened; not at all while employees are being imported, which somebody was promised
     */
    Uni<Optional<Instant>> happen(RunningMerge wanted) {
        var both = List.of(wanted.surviving(), wanted.absorbed());
        return associations
                .lockAccounts(wanted.absorbed())
                .chain(() -> standings.lock(both))
                .call(() -> organizations.close(both))
                .chain(locked -> users.areArriving(wanted.absorbed())
                        .chain(arriving -> arriving
                                ? Uni.createFrom().item(Optional.empty())
                                : Merges.mustShareNobody(users, wanted.surviving(), wanted.absorbed())
                                        .map(alone -> merge(wanted, locked, clock.instant()))
                                        .call(merge -> move(merge, locked))
                                        .map(merge -> Optional.of(merge.at()))));
    }

    private static Merge merge(RunningMerge wanted, List<Standing> locked, Instant now) {
        var at = locked.stream()
                .map(standing -> standing.notBeforeEvaluation(now))
                .max(Instant::compareTo)
                .orElse(now);
        return new Merge(
                wanted.surviving(), wanted.absorbed(), at, wanted.actor().userName());
    }

    private Uni<Void> move(Merge merge, List<Standing> locked) {
        return logins.move(merge.absorbed(), merge.surviving())
                .chain(() -> users.move(merge))
                .chain(employees -> associations
                        .copy(merge)
                        .chain(linked ->
                                credits.copy(merge).chain(brought -> record(merge, employees, linked, brought))))
                .chain(() -> credits.end(merge))
                .chain(() -> associations.end(merge))
                .chain(() -> figures.move(merge))
                .chain(() -> overrides.move(merge))
                .chain(() -> organizations.copyLocations(merge))
                .chain(() -> terms.move(merge))
                .chain(() -> evaluations.count(locked, merge.at()))
                .chain(() -> terms.tidy(merge))
                .chain(() -> organizations.absorb(merge));
    }

    private Uni<Void> record(Merge merge, int users, int associations, int achievements) {
        return audit.record(
                event(merge.surviving(), merge)
                        .to(Map.of(
                                "absorbedOrganizationId", merge.absorbed(),
                                "users", users,
                                "associations", associations,
                                "achievements", achievements)),
                event(merge.absorbed(), merge).to(Map.of("mergedInto", merge.surviving())));
    }

    private static AuditEvent event(UUID organizationId, Merge merge) {
        return AuditEvent.of(organizationId, OperationType.MERGE, ResourceType.ORGANIZATION, merge.absorbed());
    }
}
