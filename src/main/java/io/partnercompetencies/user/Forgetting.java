package io.partnercompetencies.user;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Asked to forget under which accounts somebody took exams, inside the transaction that erases a leaver's personal data.
 * The room that associates accounts implements it.
 */
public interface Forgetting {

    /**
     * Locks every account the user ever had, and the organisation.
     *
     * @param parts what has become part of the organisation, where the user may have had accounts before
     */
    Uni<Void> lock(UUID organizationId, Collection<UUID> parts, UUID userId);

    /** @return the addresses that must not be found any more in what is kept about the user */
    Uni<Set<String>> forget(UUID organizationId, UUID userId);
}
