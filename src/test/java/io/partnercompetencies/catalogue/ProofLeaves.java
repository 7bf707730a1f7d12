package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Contributor;
import io.partnercompetencies.rules.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The leaves of a proof, in the order of the requirement's. */
final class ProofLeaves {

    private ProofLeaves() {}

    static List<Proof> of(Proof proof) {
        if (proof.children() == null) {
            return List.of(proof);
        }
        return proof.children().stream().flatMap(child -> of(child).stream()).toList();
    }

    /** The positions of those that are met in the one and not in the other. */
    static List<Integer> lost(Proof one, Proof other) {
        var lost = new ArrayList<Integer>();
        var before = of(one);
        var after = of(other);
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).met() && !after.get(i).met()) {
                lost.add(i);
            }
        }
        return lost;
    }

    static Set<UUID> people(Proof leaf) {
        return leaf.contributors().stream().map(Contributor::userId).collect(Collectors.toSet());
    }
}
