package io.partnercompetencies.organization;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Told of events inside the transaction of the change, while the organisations' standings are locked: those of one
 * organisation keep the order in which they are told. The room that delivers them implements it.
 */
public interface PartnerEvents {

    Uni<Void> tell(List<PartnerEvent> events);
}
