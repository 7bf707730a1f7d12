package io.partnercompetencies.account;

import io.partnercompetencies.organization.Loss;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * Announced inside the transaction that starts or ends associations. The room that knows what accounts have earned
 * implements it.
 */
public interface AssociationsChanged {

    Uni<Void> started(Association association);

    /** @return the achievements that ceased to be the organisation's */
    Uni<List<Loss>> ended(List<Association> associations, EndCause cause, Instant now);
}
