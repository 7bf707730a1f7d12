package io.partnercompetencies.user;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Imports of employees, from the accepted file to the day on which its passwords are forgotten. */
@Singleton
public class UserImports {

    /** How long passwords are kept that nobody fetches, and how long an import may take. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private final ImportRepository imports;
    private final ImportRowRepository rows;
    private final OrganizationService organizations;
    private final Audit audit;
    private final Clock clock;

    UserImports(
            ImportRepository imports,
            ImportRowRepository rows,
            OrganizationService organizations,
            Audit audit,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    Uni<UserImportView> accept(ImportUploads.Arrived file) {
        return organizations
                .mustExist(file.organizationId())
                .chain(() -> imports.accept(file.organizationId(), file.id(), file.rows(), clock.instant()))
                .chain(() -> audit.record(
                        AuditEvent.of(file.organizationId(), OperationType.IMPORT, ResourceType.USER_IMPORT, file.id())
                                .to(Map.of("totalRows", file.rows()))))
                .chain(() -> get(file.organizationId(), file.id()));
    }

    Uni<UserImportView> get(UUID organizationId, UUID id) {
        return imports.find(organizationId, id)
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound));
    }

    /** Who was imported, and what the person imported, is said no more. */
    Uni<Void> forget(UUID organizationId, UUID userId, Set<String> emails) {
        return rows.forget(organizationId, userId, emails)
                .chain(() -> imports.forgetImporter(organizationId, userId))
                .replaceWithVoid();
    }

    /** Gives up what is not finished after a day, and forgets passwords, and files that never arrived. */
    public Uni<Void> tidy(Instant now) {
        return imports.giveUp(now, now.minus(KEPT), "The row was not processed within 24 hours. Send it again.")
                .chain(() -> imports.forgetPasswords(now.minus(KEPT)))
                .chain(() -> imports.forgetArriving(now.minus(LONGEST_UPLOAD)))
                .replaceWithVoid();
    }
}
