package io.partnercompetencies.membership;

import io.partnercompetencies.competency.Turn;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What becomes of the levels until the anniversary if nobody does anything, and how many people each held one can spare.
 *
 * @param anniversary of the running subscription, or null
 * @param items by day, then in the catalogue's order
 */
record ForecastView(LocalDate anniversary, List<Item> items, List<HeldNow> levels) {

    /** @param people null for those who may see none; likewise {@code achievements} */
    @Schema(name = "ForecastItem")
    record Item(
            LocalDate on,
            String competencyId,
            Level level,
            Stage from,
            Stage to,
            List<Cause> causes,
            List<AlertView.Person> people,
            List<UUID> achievements) {

        static Item of(Turn turn, Map<UUID, String> names) {
            return shown(
                    turn, named(turn.reason().people(), names), turn.reason().achievements());
        }

        static Item withoutPeople(Turn turn) {
            return shown(turn, null, null);
        }

        private static Item shown(Turn turn, List<AlertView.Person> people, List<UUID> achievements) {
            return new Item(
                    turn.on(),
                    turn.level().competencyId(),
                    turn.level().level(),
                    turn.from(),
                    turn.to(),
                    turn.reason().causes(),
                    people,
                    achievements);
        }
    }

    /**
     * @param toleratesLeavers null where the level does not rest on people
     * @param critical whoever is in a smallest group whose leaving breaks the level; null for those who may see none
     */
    @Schema(name = "ForecastLevel")
    record HeldNow(String competencyId, Level level, Integer toleratesLeavers, List<AlertView.Person> critical) {

        static HeldNow of(HeldTolerance held, Map<UUID, String> names) {
            return shown(held, named(held.tolerance().critical(), names));
        }

        static HeldNow withoutPeople(HeldTolerance held) {
            return shown(held, null);
        }

        private static HeldNow shown(HeldTolerance held, List<AlertView.Person> critical) {
            return new HeldNow(
                    held.level().competencyId(),
                    held.level().level(),
                    held.tolerance().toleratesLeavers(),
                    critical);
        }
    }

    private static List<AlertView.Person> named(List<UUID> ids, Map<UUID, String> names) {
        return ids.stream().map(id -> new AlertView.Person(id, names.get(id))).toList();
    }
}
