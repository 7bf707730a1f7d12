package io.partnercompetencies.membership;

import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.LevelStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether a subscription of a level may be bought (M1; row 8.3 of the programme's rules): the level is met in at least
 * one competency. Pure.
 *
 * @param metIn the competencies that meet it, in the catalogue's order
 * @param nearest where none does, the one with the greatest progress, then the first (R9)
 */
record Eligibility(Level level, List<String> metIn, Optional<Nearest> nearest) {

    record Nearest(String competencyId, LevelStatus status) {}

    static Eligibility of(Level level, List<CompetencyStatus> statuses) {
        var metIn = statuses.stream()
                .filter(status ->
                        status.level(level) != null && status.level(level).met())
                .map(CompetencyStatus::competencyId)
                .toList();
        return new Eligibility(level, metIn, metIn.isEmpty() ? nearest(level, statuses) : Optional.empty());
    }

    /** The other level, where that one is met. */
    static Optional<Level> alternative(Level level, List<CompetencyStatus> statuses) {
        return Arrays.stream(Level.values())
                .filter(other -> other != level && of(other, statuses).isEligible())
                .findFirst();
    }

    private static Optional<Nearest> nearest(Level level, List<CompetencyStatus> statuses) {
        return statuses.stream()
                .filter(status -> status.level(level) != null)
                .map(status -> new Nearest(status.competencyId(), status.level(level)))
                .reduce((one, other) ->
                        other.status().progress().compareTo(one.status().progress()) > 0 ? other : one);
    }

    boolean isEligible() {
        return !metIn.isEmpty();
    }
}
