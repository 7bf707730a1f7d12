package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * Where an organisation stands in one level of a competency.
 *
 * @param metBy null where the level is not met
 * @param progress of the nearest option, by facts alone: 0 to 1, rounded down to four decimals, 1 only when met (R9)
 * @param option the nearest: greatest progress, then first in the catalogue's order (R9)
 * @param started whether something that an option of the level names counts (Stages)
 * @param options in the catalogue's order, those that offer the level
 * @param waivers those in force, overrides first, whether or not the facts suffice (R7)
 */
public record LevelStatus(
        Level level,
        boolean met,
        MetBy metBy,
        BigDecimal progress,
        String option,
        boolean started,
        List<OptionStatus> options,
        List<Waiver> waivers) {

    /** What the nearest option still lacks; nothing where the level is met. */
    public List<Lack> lacks() {
        if (met) {
            return List.of();
        }
        for (var status : options) {
            if (status.option().equals(option)) {
                return Lacks.of(status.requirement(), status.proof());
            }
        }
        return List.of();
    }
}
