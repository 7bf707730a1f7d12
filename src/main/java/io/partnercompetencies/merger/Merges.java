package io.partnercompetencies.merger;

import io.partnercompetencies.audit.Acting;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.MergedOrganizations;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.user.MergedUsers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes orders for merges, and tells how far they are. */
@Singleton
class Merges {

    private static final String ABSORBED = "/absorbedOrganizationId";

    private final Database database;
    private final MergeRepository merges;
    private final MergedOrganizations organizations;
    private final Standings standings;
    private final MergedUsers users;
    private final Acting acting;
    private final Audit audit;
    private final Clock clock;

    Merges(
            Database database,
            MergeRepository merges,
            MergedOrganizations organizations,
            Standings standings,
            MergedUsers users,
            Acting acting,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.merges = merges;
        this.organizations = organizations;
        this.standings = standings;
        this.users = users;
        this.acting = acting;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<MergeView> start(UUID surviving, UUID absorbed) {
        if (surviving.equals(absorbed)) {
            throw Refusal.invalid(ABSORBED, "An organization cannot become part of itself.");
        }
        return database.transaction(() -> organizations
                .mergedInto(absorbed)
                .invoke(into -> into.ifPresent(other -> {
                    throw Refusal.invalid(ABSORBED, "This organization is part of another one already: " + other + ".");
                }))
                .chain(() -> standings.lock(List.of(surviving, absorbed)))
                .invoke(locked -> mustBeKnown(locked, surviving, absorbed))
                .chain(() -> mustBeFree(surviving, absorbed))
                .chain(() -> mustShareNobody(users, surviving, absorbed))
                .chain(() -> open(surviving, absorbed)));
    }

    private static void mustBeKnown(List<Standing> locked, UUID surviving, UUID absorbed) {
        var known = locked.stream().map(Standing::organizationId).toList();
        if (!known.contains(surviving)) {
            throw Refusal.notFound();
        }
        if (!known.contains(absorbed)) {
            throw Refusal.invalid(ABSORBED, "absorbedOrganizationId names no organization.");
        }
    }

    private Uni<Void> mustBeFree(UUID surviving, UUID absorbed) {
        return merges.isRunning(surviving, absorbed)
                .invoke(isRunning -> {
                    if (isRunning) {
                        throw new Refusal(
                                Code.MERGE_RUNNING,
                                "A merge of one of these organizations is running. Wait until it has finished.");
                    }
                })
                .replaceWithVoid();
    }

    /** An e-mail is one of a kind among the active users of an organisation (P1). */
    static Uni<Void> mustShareNobody(MergedUsers users, UUID surviving, UUID absorbed) {
        return users.inBoth(absorbed, surviving)
                .invoke(shared -> {
                    if (shared > 0) {
                        throw new Refusal(
                                Code.DUPLICATE_USER,
                                "Active users of both organizations have the same e-mail: " + shared + " in all. Change"
                                        + " or remove one user of each pair, then merge again.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<MergeView> open(UUID surviving, UUID absorbed) {
        var now = clock.instant();
        var merge = new RunningMerge(surviving, database.newId(), absorbed, 0, acting.now());
        return merges.open(merge, now)
                .chain(() -> audit.record(AuditEvent.of(surviving, OperationType.CREATE, ResourceType.MERGE, merge.id())
                        .to(Map.of("absorbedOrganizationId", absorbed))))
                .replaceWith(new MergeView(merge.id(), absorbed, MergeStatus.RUNNING, now, null, null));
    }

    Uni<MergeView> get(UUID organizationId, UUID id) {
        return merges.read(organizationId, id)
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound));
    }
}
