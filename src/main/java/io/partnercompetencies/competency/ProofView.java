package io.partnercompetencies.competency;

import io.partnercompetencies.rules.Months;
import io.partnercompetencies.rules.Proof;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A node of a proof, for those who may see people with the names of all who contribute. */
@Schema(name = "ProofNode")
record ProofView(
        Proof.Kind kind,
        boolean met,
        BigDecimal required,
        BigDecimal counted,
        BigDecimal pending,
        BigDecimal missing,
        List<Contributor> contributors,
        List<ProofView> children,
        String metric,
        BigDecimal threshold,
        Months window) {

    record Contributor(
            UUID userId, String displayName, List<io.partnercompetencies.rules.Contributor.Achieved> achievements) {}

    static ProofView of(Proof proof, Map<UUID, String> names) {
        return of(
                proof,
                contributors -> contributors.stream()
                        .map(one -> new Contributor(one.userId(), names.get(one.userId()), one.achievements()))
                        .toList());
    }

    /** Counts alone: neither people nor their achievements. */
    static ProofView withoutPeople(Proof proof) {
        return of(proof, contributors -> null);
    }

    private static ProofView of(
            Proof proof, Function<List<io.partnercompetencies.rules.Contributor>, List<Contributor>> people) {
        return new ProofView(
                proof.kind(),
                proof.met(),
                proof.required(),
                proof.counted(),
                proof.pending(),
                proof.missing(),
                proof.contributors() == null ? null : people.apply(proof.contributors()),
                proof.children() == null
                        ? null
                        : proof.children().stream()
                                .map(child -> of(child, people))
                                .toList(),
                proof.metric(),
                proof.threshold(),
                proof.window());
    }

    /** Everybody who contributes anywhere in the tree. */
    static Stream<UUID> people(Proof proof) {
        var here = proof.contributors() == null
                ? Stream.<UUID>empty()
                : proof.contributors().stream().map(one -> one.userId());
        var below = proof.children() == null
                ? Stream.<UUID>empty()
                : proof.children().stream().flatMap(ProofView::people);
        return Stream.concat(here, below);
    }
}
