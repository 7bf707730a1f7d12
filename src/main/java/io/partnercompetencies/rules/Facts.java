package io.partnercompetencies.rules;

import java.util.List;
import java.util.Set;

/**
 * Everything an evaluation of one organisation looks at, as it stood and was known at the moment in question (R8).
 *
 * @param attestations codes of the attestations that hold
 */
public record Facts(
        Market market,
        List<Credit> credits,
        List<Figure> figures,
        Set<String> attestations,
        List<Waiver> waivers,
        Credentials credentials) {

    public Facts(Market market, List<Credit> credits, List<Figure> figures, Credentials credentials) {
        this(market, credits, figures, Set.of(), List.of(), credentials);
    }
}
