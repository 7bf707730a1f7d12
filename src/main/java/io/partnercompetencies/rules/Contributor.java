package io.partnercompetencies.rules;

import java.util.List;
import java.util.UUID;

/** A person who fulfils a clause, and the achievements by which. */
public record Contributor(UUID userId, List<Achieved> achievements) {

    /** @param credential the code in its published spelling */
    public record Achieved(UUID id, String credential) {}
}
