package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Term;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The membership of an organisation: its newest term.
 *
 * @param daysUntilExpiry negative once the anniversary has passed; absent when nothing runs
 */
record MembershipView(
        Level level,
        Status status,
        UUID subscriptionId,
        LocalDate startsOn,
        LocalDate expiresOn,
        Long daysUntilExpiry,
        Term.RenewalWindow renewalWindow,
        boolean atRisk) {

    @Schema(name = "MembershipStatus")
    enum Status {
        NONE,
        ACTIVE,
        GRACE,
        EXPIRED
    }

    static final MembershipView NONE = new MembershipView(null, Status.NONE, null, null, null, null, null, false);

    static MembershipView of(SubscriptionEntity newest, boolean atRisk, LocalDate today) {
        if (newest == null) {
            return NONE;
        }
        var status = newest.statusOn(today);
        return new MembershipView(
                newest.level,
                status.runs() ? Status.valueOf(status.name()) : Status.EXPIRED,
                newest.id,
                newest.startsOn,
                newest.expiresOn,
                status.runs() ? newest.term().daysUntilExpiry(today) : null,
                newest.status == SubscriptionStatus.MERGED
                        ? null
                        : newest.term().renewalWindow(),
                status.runs() && atRisk);
    }
}
