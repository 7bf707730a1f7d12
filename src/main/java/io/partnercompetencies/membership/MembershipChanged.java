package io.partnercompetencies.membership;

import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEventType;
import io.partnercompetencies.rules.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What an organisation's systems learn of a term that has begun, or whose status is another one. */
record MembershipChanged(
        UUID subscriptionId,
        Level level,
        SubscriptionStatus status,
        LocalDate startsOn,
        LocalDate expiresOn,
        Cause cause) {

    enum Cause {
        PURCHASE,
        RENEWAL,
        MERGE,
        /** The anniversary, or the last day of the renewal window, has passed. */
        DATE_PASSES;

        static Cause ofEnd(SubscriptionStatus how) {
            return how == SubscriptionStatus.RENEWED ? RENEWAL : PURCHASE;
        }
    }

    static PartnerEvent event(UUID organizationId, SubscriptionView term, Cause cause, Instant at) {
        return PartnerEvent.of(
                organizationId,
                PartnerEventType.MEMBERSHIP_CHANGED,
                term.id(),
                at,
                new MembershipChanged(
                        term.id(), term.level(), term.status(), term.startsOn(), term.expiresOn(), cause));
    }
}
