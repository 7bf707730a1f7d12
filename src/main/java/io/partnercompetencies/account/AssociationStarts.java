package io.partnercompetencies.account;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.AccountKind;
import io.partnercompetencies.rules.AssociationLimit;
import io.partnercompetencies.rules.SyncDelay;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Lets an association begin, within the limits on how often (P5). */
@Singleton
class AssociationStarts {

    private final AssociationRepository associations;
    private final AccountRepository accounts;
    private final AssociationsChanged changed;
    private final AssociationLimit limit;
    private final SyncDelay syncDelay;

    AssociationStarts(
            AssociationRepository associations,
            AccountRepository accounts,
            AssociationsChanged changed,
            AssociationLimit limit,
            SyncDelay syncDelay) {
        this.associations = associations;
        this.accounts = accounts;
        this.changed = changed;
        this.limit = limit;
        this.syncDelay = syncDelay;
    }

    Uni<Void> mustBeAllowed(UUID accountId, AccountKind kind, Instant now) {
        return associations
                .starts(accountId, kind, now.minus(limit.reach()))
                .invoke(starts -> limit.refusedUntil(starts, now).ifPresent(allowedAt -> {
                    throw new Refusal(
                                    Code.ASSOCIATION_LIMITED,
                                    "This account was associated too often lately; it can be associated again from "
                                            + allowedAt + ".")
                            .with("nextAssociationAllowedAt", allowedAt);
                }))
                .replaceWithVoid();
    }

    Uni<Void> begin(Association association, boolean movedFromAnotherOrganization) {
        var countsFrom = syncDelay.countsFrom(association.associatedAt(), association.associatedAt());
        return associations
                .insert(association, countsFrom, movedFromAnotherOrganization)
                .chain(() -> accounts.hold(association.accountId(), association.organizationId(), association.userId()))
                .chain(() -> changed.started(association));
    }
}
