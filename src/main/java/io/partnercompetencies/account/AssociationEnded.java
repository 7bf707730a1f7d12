package io.partnercompetencies.account;

import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEventType;
import io.partnercompetencies.rules.AccountKind;
import java.time.Instant;
import java.util.UUID;

/** What an organisation's systems learn of an association that is over: not whose account it was, nor where it went. */
record AssociationEnded(UUID associationId, UUID userId, AccountKind kind, Instant endedAt, EndCause cause) {

    static PartnerEvent event(Association ended, EndCause cause, Instant at) {
        return PartnerEvent.of(
                ended.organizationId(),
                PartnerEventType.ASSOCIATION_ENDED,
                ended.id(),
                at,
                new AssociationEnded(ended.id(), ended.userId(), ended.kind(), at, cause));
    }
}
