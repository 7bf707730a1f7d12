package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.OptionStatus;
import io.partnercompetencies.rules.Proof;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the nearest competency still lacks.
 *
 * @param sentences what is missing, in words
 * @param missing the requirements that are not met: leaves of the proof of its nearest option, of alternatives only
 *     the nearest one
 */
record Shortfall(
        String competencyId,
        Level level,
        String option,
        BigDecimal progress,
        List<String> sentences,
        List<Missing> missing) {

    @Schema(name = "MissingRequirement")
    record Missing(
            Proof.Kind kind,
            String metric,
            BigDecimal required,
            BigDecimal counted,
            BigDecimal pending,
            BigDecimal missing) {}

    static Shortfall of(Eligibility.Nearest nearest, List<String> sentences) {
        var status = nearest.status();
        return new Shortfall(
                nearest.competencyId(),
                status.level(),
                status.option(),
                status.progress(),
                sentences,
                status.options().stream()
                        .filter(option -> option.option().equals(status.option()))
                        .map(OptionStatus::proof)
                        .flatMap(Shortfall::unmet)
                        .toList());
    }

    private static Stream<Missing> unmet(Proof proof) {
        if (proof.met()) {
            return Stream.empty();
        }
        if (proof.children() != null && !proof.children().isEmpty()) {
            return proof.kind() == Proof.Kind.ANY_OF
                    ? proof.children().stream().max(Comparator.comparing(Shortfall::share)).stream()
                            .flatMap(Shortfall::unmet)
                    : proof.children().stream().flatMap(Shortfall::unmet);
        }
        return Stream.of(new Missing(
                proof.kind(), proof.metric(), proof.required(), proof.counted(), proof.pending(), proof.missing()));
    }

    /** How much of a requirement is there; of equal alternatives the last of the greatest is as near as the first. */
    private static BigDecimal share(Proof proof) {
        return proof.required() == null || proof.required().signum() == 0
                ? BigDecimal.ZERO
                : proof.counted().divide(proof.required(), 8, RoundingMode.DOWN);
    }
}
