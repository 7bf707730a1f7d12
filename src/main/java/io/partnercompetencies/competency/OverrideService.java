package io.partnercompetencies.competency;

import io.partnercompetencies.access.Caller;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Sets and ends overrides; they act in the same transaction (R7, T3). */
@Singleton
class OverrideService {

    private final Database database;
    private final OverrideRepository overrides;
    private final OverrideLaws laws;
    private final OrganizationService organizations;
    private final Standings standings;
    private final Evaluations evaluations;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    OverrideService(
            Database database,
            OverrideRepository overrides,
            OverrideLaws laws,
            OrganizationService organizations,
            Standings standings,
            Evaluations evaluations,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.overrides = overrides;
        this.laws = laws;
        this.organizations = organizations;
        this.standings = standings;
        this.evaluations = evaluations;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<OverrideView> set(UUID organizationId, NewOverride wanted) {
        var now = clock.instant();
        var by = caller.userName();
        return database.transaction(() -> standings
                .lockKnown(organizationId)
                .map(standing -> standing.notBeforeEvaluation(now))
                .map(at -> laws.override(database.newId(), wanted, at, by))
                .call(made -> overrides.insert(organizationId, made))
                .call(made -> evaluations.on(Change.of(organizationId, made.createdAt())))
                .call(made -> audit.record(
                        event(organizationId, OperationType.CREATE, made.id()).to(made.asWanted()))));
    }

    Uni<OverrideView> get(UUID organizationId, UUID id) {
        return overrides
                .read(organizationId, id)
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound));
    }

    Uni<Found<OverrideView>> page(UUID organizationId, boolean includeEnded, Page page) {
        var now = clock.instant();
        return database.moment(() ->
                organizations.get(organizationId).chain(() -> overrides.page(organizationId, includeEnded, now, page)));
    }

    /**
     * One that is over already stays as it is.
     *
     * @param versionCheck refuses when the version is not the one the caller has seen
     */
    Uni<Void> end(UUID organizationId, UUID id, LongConsumer versionCheck) {
        var now = clock.instant();
        var by = caller.userName();
        return database.transaction(() -> standings.lockKnown(organizationId).chain(standing -> {
            var at = standing.notBeforeEvaluation(now);
            return get(organizationId, id)
                    .invoke(found -> versionCheck.accept(found.version()))
                    .chain(found -> found.isInForceAt(at)
                            ? overrides
                                    .end(organizationId, id, at, by)
                                    .chain(() -> evaluations.on(Change.of(organizationId, at, Cause.OVERRIDE_ENDS)))
                                    .chain(() -> audit.record(event(organizationId, OperationType.DELETE, id)
                                            .from(found.asWanted())))
                            : Uni.createFrom().voidItem());
        }));
    }

    private static AuditEvent event(UUID organizationId, OperationType what, UUID id) {
        return AuditEvent.of(organizationId, what, ResourceType.OVERRIDE, id);
    }
}
