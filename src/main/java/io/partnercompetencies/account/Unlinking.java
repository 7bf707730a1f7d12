package io.partnercompetencies.account;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.user.Leaving;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends associations on purpose: one by unlinking, all of a user who leaves (P6). */
@ApplicationScoped
public class Unlinking implements Leaving {

    private final Database database;
    private final AccountLocks locks;
    private final AssociationRepository associations;
    private final AssociationEnds ends;
    private final Clock clock;

    Unlinking(
            Database database,
            AccountLocks locks,
            AssociationRepository associations,
            AssociationEnds ends,
            Clock clock) {
        this.database = database;
        this.locks = locks;
        this.associations = associations;
        this.ends = ends;
        this.clock = clock;
    }

    /** An association that has ended already stays as it is. */
    public Uni<Void> unlink(UUID organizationId, UUID userId, UUID associationId) {
        var now = clock.instant();
        return database.transaction(() -> associations
                .accountOf(organizationId, userId, associationId)
                .map(found -> found.stream().findFirst().orElseThrow(Refusal::notFound))
                .chain(accountId -> locks.forEnd(organizationId, accountId))
                .chain(() -> associations.runningOf(organizationId, userId))
                .map(running -> running.stream()
                        .filter(one -> one.id().equals(associationId))
                        .toList())
                .chain(ending -> ends.endAndTell(ending, EndCause.UNLINKED, now)));
    }

    @Override
    public Uni<List<Loss>> end(UUID organizationId, UUID userId, Instant now) {
        return locks.forDeparture(organizationId, userId)
                .chain(() -> associations.runningOf(organizationId, userId))
                .chain(running -> ends.end(running, EndCause.USER_LEFT, now));
    }
}
