package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.Outlook;
import io.partnercompetencies.competency.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a company can expect of its running term, people by id. Pure.
 *
 * @param anniversary null where nothing runs; then the rest is empty
 */
record Prospect(LocalDate anniversary, List<Turn> turns, List<HeldTolerance> held) {

    private static final Prospect NONE = new Prospect(null, List.of(), List.of());

    /** The dates of a term decide at once, whatever a pass has written (M3). */
    static Prospect of(Outlook outlook, LocalDate today) {
        var term = outlook.holding().term();
        return term == null || !term.isRunningOn(today)
                ? NONE
                : new Prospect(term.expiresOn(), outlook.turns(), held(outlook));
    }

    private static List<HeldTolerance> held(Outlook outlook) {
        return outlook.statuses().stream()
                .flatMap(status ->
                        status.levels().stream().map(level -> new HeldLevel(status.competencyId(), level.level())))
                .filter(level -> outlook.holding().held().contains(level))
                .map(level -> new HeldTolerance(level, outlook.tolerance(level)))
                .toList();
    }

    List<UUID> people() {
        return Stream.concat(
                        turns.stream().flatMap(turn -> turn.reason().people().stream()),
                        held.stream().flatMap(level -> level.tolerance().critical().stream()))
                .distinct()
                .toList();
    }

    ForecastView with(Map<UUID, String> names) {
        return new ForecastView(
                anniversary,
                turns.stream().map(turn -> ForecastView.Item.of(turn, names)).toList(),
                held.stream()
                        .map(level -> ForecastView.HeldNow.of(level, names))
                        .toList());
    }

    ForecastView withoutPeople() {
        return new ForecastView(
                anniversary,
                turns.stream().map(ForecastView.Item::withoutPeople).toList(),
                held.stream().map(ForecastView.HeldNow::withoutPeople).toList());
    }
}
