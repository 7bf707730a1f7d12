package io.partnercompetencies.achievement;

import io.partnercompetencies.access.Caller;
import io.partnercompetencies.access.Role;
import io.partnercompetencies.audit.Acting;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Imports of achievements, from the accepted file to the end of its last row. */
@Singleton
class AchievementImports {

    private final Database database;
    private final AchievementImportRepository imports;
    private final Caller caller;
    private final Acting acting;
    private final Audit audit;
    private final Clock clock;
    private final int batchSize;

    AchievementImports(
            Database database,
            AchievementImportRepository imports,
            Caller caller,
            Acting acting,
            Audit audit,
            Clock clock,
            @ConfigProperty(name = "competencies.achievement-imports.batch-size") int batchSize) {
        this.database = database;
        this.imports = imports;
        this.caller = caller;
        this.acting = acting;
        this.audit = audit;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /** In the caller's transaction. */
    Uni<AchievementImportView> accept(ReportUploads.Arrived file) {
        return imports.accept(
                        file.id(), file.rows(), file.refused(), file.parts().of(batchSize), clock.instant())
                .chain(() -> audit.record(event(file.id()).to(Map.of("totalRows", file.rows()))))
                .chain(() -> get(file.id()));
    }

    /** Whoever sent the file sees it, and the programme. */
    Uni<AchievementImportView> get(UUID id) {
        return imports.find(id, caller.has(Role.PROGRAMME_ADMIN) ? null : caller.userName())
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound));
    }

    /** Ends an import of which no row waits; what it has changed is recorded as its sender's work. */
    Uni<Integer> finish(RunningReports work, Instant now) {
        return acting.on(
                work.actor(),
                () -> database.transaction(() -> imports.finish(work.id(), now)
                        .call(finished -> finished == 0
                                ? Uni.createFrom().voidItem()
                                : imports.find(work.id(), null).chain(found -> record(found.get(0))))));
    }

    private Uni<Void> record(AchievementImportView done) {
        return audit.record(event(done.id())
                        .to(Map.of(
                                "status", done.status(),
                                "created", done.createdRows(),
                                "existing", done.processedRows() - done.createdRows() - done.failedRows(),
                                "failed", done.failedRows())))
                .replaceWithVoid();
    }

    private static AuditEvent event(UUID id) {
        return AuditEvent.of(AuditEvent.PROGRAMME, OperationType.IMPORT, ResourceType.ACHIEVEMENT_IMPORT, id);
    }
}
