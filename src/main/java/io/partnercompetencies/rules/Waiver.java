package io.partnercompetencies.rules;

import java.time.Instant;

/**
 * Makes a level met whatever the facts say, from an instant until another, exclusive (R7).
 *
 * @param by {@code OVERRIDE} or {@code EXEMPTION}
 */
public record Waiver(MetBy by, String competencyId, Level level, Instant from, Instant until) {

    boolean isInForceAt(Instant instant) {
        return !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }
}
