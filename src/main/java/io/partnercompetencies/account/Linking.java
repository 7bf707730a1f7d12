package io.partnercompetencies.account;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Associates an account with a user, which takes it away from whoever had it (P3–P5). */
@Singleton
public class Linking {

    private final Database database;
    private final AccountLocks locks;
    private final AssociationRepository associations;
    private final AssociationStarts starts;
    private final AssociationEnds ends;
    private final Audit audit;
    private final Clock clock;

    Linking(
            Database database,
            AccountLocks locks,
            AssociationRepository associations,
            AssociationStarts starts,
            AssociationEnds ends,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.locks = locks;
        this.associations = associations;
        this.starts = starts;
        this.ends = ends;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<Linked> link(UUID organizationId, UUID userId, LinkAccount wanted) {
        return linkAt(organizationId, userId, wanted, clock.instant());
    }

    public Uni<Linked> linkAt(UUID organizationId, UUID userId, LinkAccount wanted, Instant now) {
        return database.transaction(() -> locks.forLink(organizationId, userId, wanted.account())
                .chain(account -> associations
                        .runningOf(organizationId, userId)
                        .map(own -> alreadyLinked(own, account, wanted))
                        .chain(already -> already.isPresent()
                                ? view(already.get(), false)
                                : start(organizationId, userId, account, wanted, now))));
    }

    private static Optional<Association> alreadyLinked(
            List<Association> own, MicrosoftAccount account, LinkAccount wanted) {
        var sameKind = own.stream().filter(one -> one.kind() == wanted.kind()).findFirst();
        if (sameKind.isPresent() && !sameKind.get().accountId().equals(account.id())) {
            throw new Refusal(
                    Code.ALREADY_ASSOCIATED,
                    "Another account is associated for " + wanted.kind() + "; end that association first.");
        }
        return sameKind;
    }

    private Uni<Linked> start(
            UUID organizationId, UUID userId, MicrosoftAccount account, LinkAccount wanted, Instant now) {
        var association = new Association(organizationId, database.newId(), userId, account.id(), wanted.kind(), now);
        var moved = account.isHeldBySomebodyElse(organizationId, userId);
        var movedFromAnotherOrganization = moved && !organizationId.equals(account.holderOrganizationId());
        return starts.mustBeAllowed(account.id(), wanted.kind(), now)
                .chain(() -> moved ? takeAway(account, now) : Uni.createFrom().voidItem())
                .chain(() -> starts.begin(association, movedFromAnotherOrganization))
                .chain(() -> view(association, true))
                .call(linked -> audit.record(event(association).to(linked.association())));
    }

    private static AuditEvent event(Association started) {
        return AuditEvent.of(started.organizationId(), OperationType.LINK, ResourceType.MICROSOFT_ACCOUNT, started.id())
                .about(started.userId());
    }

    /** Both kinds end, and the old organisation is evaluated in the same transaction (P4). */
    private Uni<Void> takeAway(MicrosoftAccount account, Instant now) {
        return associations.runningOf(List.of(account)).chain(running -> ends.endAndTell(running, EndCause.MOVED, now));
    }

    private Uni<Linked> view(Association association, boolean isNew) {
        return associations
                .view(association.organizationId(), association.userId(), association.id())
                .map(view -> new Linked(view, isNew));
    }
}
