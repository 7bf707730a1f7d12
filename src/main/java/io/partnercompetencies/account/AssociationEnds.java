package io.partnercompetencies.account;

import io.partnercompetencies.organization.Change;
import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.organization.OrganizationChanged;
import io.partnercompetencies.organization.PartnerEvents;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Ends associations, at once and with all that came through them (T3). The caller has the locks. */
@Singleton
class AssociationEnds {

    private final AssociationRepository associations;
    private final AccountRepository accounts;
    private final AssociationsChanged ended;
    private final OrganizationChanged changed;
    private final EndsAudited audited;
    private final PartnerEvents events;

    AssociationEnds(
            AssociationRepository associations,
            AccountRepository accounts,
            AssociationsChanged ended,
            OrganizationChanged changed,
            EndsAudited audited,
            PartnerEvents events) {
        this.associations = associations;
        this.accounts = accounts;
        this.ended = ended;
        this.changed = changed;
        this.audited = audited;
        this.events = events;
    }

    /** Ends them and lets the accounts go; the organisation is not evaluated yet. */
    Uni<List<Loss>> end(List<Association> ending, EndCause cause, Instant now) {
        return ending.isEmpty()
                ? Uni.createFrom().item(List.of())
                : associations
                        .end(ending, cause, now)
                        .chain(() -> accounts.release(
                                ending.stream().map(Association::accountId).toList()))
                        .chain(() -> audited.record(ending, cause, now))
                        .chain(() -> events.tell(ending.stream()
                                .map(one -> AssociationEnded.event(one, cause, now))
                                .toList()))
                        .chain(() -> ended.ended(ending, cause, now));
    }

    /** Ends those of one organisation, which is evaluated in the same breath. */
    Uni<Void> endAndTell(List<Association> ending, EndCause cause, Instant now) {
        return ending.isEmpty()
                ? Uni.createFrom().voidItem()
                : end(ending, cause, now)
                        .chain(losses -> changed.on(Change.of(ending.get(0).organizationId(), now, losses)));
    }
}
