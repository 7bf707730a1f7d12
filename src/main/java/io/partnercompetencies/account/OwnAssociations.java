package io.partnercompetencies.account;

import io.partnercompetencies.http.Page;
import io.partnercompetencies.rules.AssociationLimit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a person has associated, with when each account may be associated again. */
@Singleton
class OwnAssociations {

    /** More than the two that can run at once. */
    private static final Page ALL = new Page(10, null);

    private final AccountService accounts;
    private final AssociationRepository associations;
    private final AssociationLimit limit;
    private final Clock clock;

    OwnAssociations(AccountService accounts, AssociationRepository associations, AssociationLimit limit, Clock clock) {
        this.accounts = accounts;
        this.associations = associations;
        this.limit = limit;
        this.clock = clock;
    }

    Uni<List<OwnAssociation>> of(UUID organizationId, UUID userId) {
        var now = clock.instant();
        return accounts.page(organizationId, userId, false, ALL)
                .chain(running -> associations
                        .startsOfRunning(organizationId, userId, now.minus(limit.reach()))
                        .map(starts -> running.rows().stream()
                                .map(one -> own(one, starts.getOrDefault(one.id(), List.of()), now))
                                .toList()));
    }

    private OwnAssociation own(AssociationView association, List<Instant> starts, Instant now) {
        return new OwnAssociation(association, limit.refusedUntil(starts, now).orElse(null));
    }
}
