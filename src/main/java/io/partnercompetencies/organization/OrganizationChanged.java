package io.partnercompetencies.organization;

import io.smallrye.mutiny.Uni;

/**
 * Announced inside the transaction of the change, while the organisation's standing is locked. The room that evaluates
 * implements it.
 */
public interface OrganizationChanged {

    Uni<Void> on(Change change);
}
