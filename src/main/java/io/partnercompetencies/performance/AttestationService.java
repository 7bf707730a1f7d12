package io.partnercompetencies.performance;

import io.partnercompetencies.access.Caller;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.OrganizationChanged;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Grants and withdraws attestations; they act in the same transaction (T3). */
@Singleton
class AttestationService {

    private final Database database;
    private final AttestationRepository attestations;
    private final OrganizationService organizations;
    private final Standings standings;
    private final OrganizationChanged changed;
    private final Catalogue catalogue;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    AttestationService(
            Database database,
            AttestationRepository attestations,
            OrganizationService organizations,
            Standings standings,
            OrganizationChanged changed,
            Catalogue catalogue,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.attestations = attestations;
        this.organizations = organizations;
        this.standings = standings;
        this.changed = changed;
        this.catalogue = catalogue;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** One that runs to the same end already stays as it is. */
    Uni<Void> grant(UUID organizationId, String code, NewAttestation wanted) {
        return change(organizationId, code, (running, at, by) -> {
            if (wanted.until() != null && !wanted.until().isAfter(at)) {
                throw Refusal.invalid("/until", "until must be after now.");
            }
            return !running.isEmpty() && Objects.equals(running.get(0).until(), wanted.until())
                    ? Uni.createFrom().voidItem()
                    : end(organizationId, running, at, by)
                            .chain(() -> attestations.insert(organizationId, code, wanted.until(), at, by))
                            .chain(() -> changed.on(Change.of(organizationId, at)))
                            .chain(() -> audit.record(event(
                                            organizationId,
                                            running.isEmpty() ? OperationType.CREATE : OperationType.UPDATE,
                                            code)
                                    .from(
                                            running.isEmpty()
                                                    ? null
                                                    : new Granted(
                                                            code, running.get(0).until()))
                                    .to(new Granted(code, wanted.until()))));
        });
    }

    /** One that does not hold stays as it is. */
    Uni<Void> withdraw(UUID organizationId, String code) {
        return change(
                organizationId,
                code,
                (running, at, by) -> running.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : end(organizationId, running, at, by)
                                .chain(() -> changed.on(Change.of(organizationId, at, Cause.ATTESTATION_ENDS)))
                                .chain(() -> audit.record(event(organizationId, OperationType.DELETE, code)
                                        .from(new Granted(code, running.get(0).until())))));
    }

    Uni<Found<AttestationView>> page(UUID organizationId, boolean includeEnded, Page page) {
        var now = clock.instant();
        return database.moment(() -> organizations
                .get(organizationId)
                .chain(() -> attestations.page(organizationId, includeEnded, now, page)));
    }

    private record Granted(String attestation, Instant until) {}

    private static AuditEvent event(UUID organizationId, OperationType what, String code) {
        return AuditEvent.of(organizationId, what, ResourceType.ATTESTATION, code);
    }

    private interface Work {
        Uni<Void> on(List<AttestationView> running, Instant at, String by);
    }

    private Uni<Void> change(UUID organizationId, String code, Work work) {
        var now = clock.instant();
        var by = caller.userName();
        if (!catalogue.attestations().contains(code)) {
            throw Refusal.notFound();
        }
        return database.transaction(() -> standings.lockKnown(organizationId).chain(standing -> {
            var at = standing.notBeforeEvaluation(now);
            return attestations.inForce(organizationId, code, at).chain(running -> work.on(running, at, by));
        }));
    }

    private Uni<Void> end(UUID organizationId, List<AttestationView> running, Instant at, String by) {
        return running.isEmpty()
                ? Uni.createFrom().voidItem()
                : attestations.end(organizationId, running.get(0).id(), at, by);
    }
}
