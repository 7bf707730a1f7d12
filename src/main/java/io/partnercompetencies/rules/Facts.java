package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything an evaluation of one organisation looks at, as it stood and was known at the moment in question (R8).
 * Attestations and waivers may be among them that are over: they tell what has ended since an earlier moment.
 */
public record Facts(
        Market market,
        List<Credit> credits,
        List<Figure> figures,
        List<Attested> attestations,
        List<Waiver> waivers,
        Credentials credentials) {

    /** Codes of the attestations that hold. */
    public Set<String> attestedAt(Instant instant) {
        return attestations.stream()
                .filter(attested -> attested.holdsAt(instant))
                .map(Attested::code)
                .collect(Collectors.toSet());
    }
}
