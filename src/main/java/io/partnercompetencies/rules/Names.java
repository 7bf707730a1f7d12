package io.partnercompetencies.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What requirements name: credentials, metrics and attestations, by their published codes. */
final class Names {

    private final Set<String> credentials = new HashSet<>();
    private final Set<String> metrics = new HashSet<>();
    private final Set<String> attestations = new HashSet<>();

    Names(Collection<Requirement> requirements) {
        for (var requirement : requirements) {
            requirement.forEachCredential(credentials::add);
            requirement.forEach(this::note);
        }
    }

    private void note(Requirement node) {
        if (node instanceof Requirement.Performance clause) {
            metrics.add(clause.metric());
        } else if (node instanceof Requirement.Attestation clause) {
            attestations.add(clause.code());
        }
    }

    Set<String> credentials() {
        return credentials;
    }

    /** Whether anything of it is there. */
    boolean meet(Set<String> someCredentials, Set<String> someMetrics, Set<String> someAttestations) {
        return intersect(someCredentials, credentials)
                || intersect(someMetrics, metrics)
                || intersect(someAttestations, attestations);
    }

    private static boolean intersect(Set<String> some, Set<String> named) {
        if (some.isEmpty() || named.isEmpty()) {
            return false;
        }
        for (var one : some) {
            if (named.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
