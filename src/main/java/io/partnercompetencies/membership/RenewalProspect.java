package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.Outlook;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.LevelStatus;
import io.partnercompetencies.rules.Term;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a running term can be renewed on a day, and what would come of it (M3, M6). Pure.
 *
 * @param unmet what is held and not met now, in the catalogue's order: a renewal would end it
 * @param failing what is held and met now, but will not be met when the renewal becomes possible
 * @param alternative where the level is not met, the other one if that is
 */
record RenewalProspect(
        Term term,
        LocalDate today,
        Eligibility eligibility,
        List<Unmet> unmet,
        List<HeldLevel> failing,
        Optional<Level> alternative) {

    /** @param status absent where the catalogue has no such level any more */
    record Unmet(HeldLevel level, Optional<LevelStatus> status) {}

    static RenewalProspect of(Outlook outlook, Term term, LocalDate today) {
        var statuses = outlook.statuses();
        var eligibility = Eligibility.of(term.level(), statuses);
        return new RenewalProspect(
                term,
                today,
                eligibility,
                inOrder(statuses, outlook.holding().held().stream().filter(level -> !level.isMetIn(statuses)))
                        .map(level -> new Unmet(level, status(level, statuses)))
                        .toList(),
                inOrder(statuses, outlook.holding().atRisk().stream().filter(level -> level.isMetIn(statuses)))
                        .toList(),
                eligibility.isEligible() ? Optional.empty() : Eligibility.alternative(term.level(), statuses));
    }

    private static Stream<HeldLevel> inOrder(List<CompetencyStatus> statuses, Stream<HeldLevel> levels) {
        var order = statuses.stream().map(CompetencyStatus::competencyId).toList();
        return levels.sorted(Comparator.<HeldLevel>comparingInt(level -> order.indexOf(level.competencyId()))
                .thenComparing(HeldLevel::level));
    }

    private static Optional<LevelStatus> status(HeldLevel level, List<CompetencyStatus> statuses) {
        return statuses.stream()
                .filter(status -> status.competencyId().equals(level.competencyId()))
                .map(status -> status.level(level.level()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    boolean isWindowOpen() {
        return term.renewalWindow().contains(today);
    }

    boolean isAllowedNow() {
        return eligibility.isEligible() && isWindowOpen();
    }

    boolean isAtRisk() {
        return !unmet.isEmpty() || !failing.isEmpty();
    }

    /** GOLD can be bought at any time, SILVER in the place of GOLD only in its grace (M1, M4). */
    LocalDate alternativeFrom() {
        var opensOn = term.renewalWindow().opensOn();
        return term.level() == Level.SILVER || opensOn.isBefore(today) ? today : opensOn;
    }
}
