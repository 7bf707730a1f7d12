package io.partnercompetencies.organization;

import java.time.Instant;
import java.util.UUID;

/** A place of a partner company, beneath its global account. */
public record LocationView(UUID id, String mpnId, String name, String country, Instant createdAt) {

    NewLocation asWanted() {
        return new NewLocation(mpnId, name, country);
    }
}
