package io.partnercompetencies.competency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.LevelStatus;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Stage;
import io.partnercompetencies.rules.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An evaluation as it is stored: all that a status answer shows but the proof. The term is written first, null or not:
 * it alone decides, beside the revision, whether a client knows the answer already.
 */
@JsonPropertyOrder({"term", "items"})
record Snapshot(
        List<Item> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) Term term) {

    record Item(String id, int pending, List<LevelItem> levels) {

        /** Empty where the catalogue did not have the level when this was made. */
        Optional<LevelItem> level(Level level) {
            for (var item : levels) {
                if (item.level() == level) {
                    return Optional.of(item);
                }
            }
            return Optional.empty();
        }
    }

    record LevelItem(
            Level level,
            boolean met,
            MetBy metBy,
            BigDecimal progress,
            String option,
            boolean started,
            boolean held,
            boolean lapsed,
            boolean atRisk) {

        /** The stage on a day: a term ends by its dates, before any pass has written so (M3). */
        Stage stage(Term term, LocalDate today) {
            var running = term != null && term.isRunningOn(today);
            return Stage.of(
                    held && running,
                    running && term.at(today) == Term.State.GRACE,
                    held && running ? met && !atRisk : met,
                    running && term.covers(level),
                    lapsed || held && !running,
                    started);
        }
    }

    static final Snapshot EMPTY = new Snapshot(List.of(), null);

    static Snapshot of(List<CompetencyStatus> statuses, Holding holding) {
        return new Snapshot(
                statuses.stream()
                        .map(status -> new Item(
                                status.competencyId(),
                                status.pendingAchievements(),
                                status.levels().stream()
                                        .map(level -> item(
                                                new HeldLevel(status.competencyId(), level.level()), level, holding))
                                        .toList()))
                        .toList(),
                holding.term());
    }

    private static LevelItem item(HeldLevel key, LevelStatus status, Holding holding) {
        return new LevelItem(
                status.level(),
                status.met(),
                status.metBy(),
                status.progress(),
                status.option(),
                status.started(),
                holding.held().contains(key),
                holding.lapsed().contains(key),
                holding.atRisk().contains(key));
    }

    /** What the snapshot says is held, for an evaluation that does not ask the membership. */
    Holding holding() {
        return new Holding(term, levels(LevelItem::held), levels(LevelItem::lapsed), levels(LevelItem::atRisk), null);
    }

    private Set<HeldLevel> levels(Predicate<LevelItem> which) {
        return items.stream()
                .flatMap(item ->
                        item.levels().stream().filter(which).map(level -> new HeldLevel(item.id(), level.level())))
                .collect(Collectors.toSet());
    }

    Item item(String competencyId) {
        return items.stream()
                .filter(item -> item.id().equals(competencyId))
                .findFirst()
                .orElseThrow();
    }

    Set<HeldLevel> met() {
        return levels(LevelItem::met);
    }

    boolean met(String competencyId, Level level) {
        return items.stream()
                .filter(item -> item.id().equals(competencyId))
                .anyMatch(item -> item.level(level).filter(LevelItem::met).isPresent());
    }
}
