package io.partnercompetencies.organization;

import io.partnercompetencies.rules.Cause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something about an organisation that acts at once (T3).
 *
 * @param cause why a level may be lost by it where no achievement is lost; null where nothing can be
 */
public record Change(UUID organizationId, Instant at, Cause cause, List<Loss> losses) {

    public static Change of(UUID organizationId, Instant at, List<Loss> losses) {
        return new Change(organizationId, at, null, losses);
    }

    public static Change of(UUID organizationId, Instant at, Cause cause) {
        return new Change(organizationId, at, cause, List.of());
    }

    public static Change of(UUID organizationId, Instant at) {
        return new Change(organizationId, at, null, List.of());
    }
}
