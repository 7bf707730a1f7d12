package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * Makes a level met whatever the facts say, from an instant until another, exclusive (R7).
 *
 * @param id of the override or the exemption
 * @param by {@code OVERRIDE} or {@code EXEMPTION}
 */
public record Waiver(UUID id, MetBy by, String competencyId, Level level, String reason, Instant from, Instant until) {

    public boolean isInForceAt(Instant instant) {
        return !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }
}
