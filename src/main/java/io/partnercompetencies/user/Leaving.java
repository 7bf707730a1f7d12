package io.partnercompetencies.user;

import io.partnercompetencies.organization.Loss;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Asked, inside the transaction in which a user leaves, to lock the user's accounts and the organisation and to end
 * what the user brought. The room that associates accounts implements it.
 */
public interface Leaving {

    Uni<List<Loss>> end(UUID organizationId, UUID userId, Instant now);
}
