package io.partnercompetencies.rules;

import java.time.Instant;

/**
 * An attestation that an organisation has, from an instant until another, exclusive (T6).
 *
 * @param until null where it has no end
 */
public record Attested(String code, Instant from, Instant until) {

    public boolean holdsAt(Instant instant) {
        return !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }
}
