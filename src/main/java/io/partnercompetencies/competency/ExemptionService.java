package io.partnercompetencies.competency;

import io.partnercompetencies.access.Caller;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Found;
import io.partnercompetencies.http.Page;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Declares and ends exemptions (R7). They concern any number of organisations, which are only marked: the next pass
 * evaluates them (S2, S4).
 */
@Singleton
class ExemptionService {

    private final Database database;
    private final ExemptionRepository exemptions;
    private final Memberships memberships;
    private final Catalogue catalogue;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    ExemptionService(
            Database database,
            ExemptionRepository exemptions,
            Memberships memberships,
            Catalogue catalogue,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.exemptions = exemptions;
        this.memberships = memberships;
        this.catalogue = catalogue;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<ExemptionView> declare(NewExemption wanted) {
        check(wanted);
        var made = new ExemptionView(
                database.newId(),
                wanted.competencies() == null
                        ? null
                        : wanted.competencies().stream().distinct().toList(),
                wanted.anniversaryFrom(),
                wanted.anniversaryTo(),
                wanted.reason(),
                clock.instant(),
                caller.userName(),
                null,
                null);
        return database.transaction(() -> exemptions
                .insert(made)
                .chain(() ->
                        memberships.markAnniversaries(made.anniversaryFrom(), made.anniversaryTo(), made.createdAt()))
                .chain(() -> audit.record(event(OperationType.CREATE, made.id()).to(made.asWanted())))
                .replaceWith(made));
    }

    private void check(NewExemption wanted) {
        if (wanted.anniversaryTo().isBefore(wanted.anniversaryFrom())) {
            throw Refusal.invalid("/anniversaryTo", "anniversaryTo must not be before anniversaryFrom.");
        }
        var named = wanted.competencies() == null ? List.<String>of() : wanted.competencies();
        for (int i = 0; i < named.size(); i++) {
            if (catalogue.competency(named.get(i)).isEmpty()) {
                throw Refusal.invalid("/competencies/" + i, named.get(i) + " is no competency of the catalogue.");
            }
        }
    }

    Uni<ExemptionView> get(UUID id) {
        return exemptions.read(id).map(ExemptionService::known);
    }

    Uni<Found<ExemptionView>> page(boolean includeEnded, Page page) {
        return exemptions.page(includeEnded, page);
    }

    /**
     * One that has ended already stays as it is.
     *
     * @param versionCheck refuses when the version is not the one the caller has seen
     */
    Uni<Void> end(UUID id, LongConsumer versionCheck) {
        var now = clock.instant();
        var by = caller.userName();
        return database.transaction(() -> exemptions
                .lock(id)
                .map(ExemptionService::known)
                .invoke(found -> versionCheck.accept(found.version()))
                .chain(found -> found.endedAt() != null
                        ? Uni.createFrom().voidItem()
                        : exemptions
                                .end(id, now, by)
                                .chain(() -> memberships.markAnniversaries(
                                        found.anniversaryFrom(), found.anniversaryTo(), now))
                                .chain(() -> audit.record(
                                        event(OperationType.DELETE, id).from(found.asWanted())))));
    }

    /** It belongs to no organisation. */
    private static AuditEvent event(OperationType what, UUID id) {
        return AuditEvent.of(AuditEvent.PROGRAMME, what, ResourceType.EXEMPTION, id);
    }

    private static ExemptionView known(List<ExemptionView> found) {
        return found.stream().findFirst().orElseThrow(Refusal::notFound);
    }
}
