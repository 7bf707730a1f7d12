package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An alert as it is stored: people and achievements by id, no sentence.
 *
 * @param competencyId absent, with all that concerns it, in a reminder
 * @param remindOn day of a reminder, and {@code closesOn} the last of the renewal window; absent in others
 */
record Alert(
        UUID id,
        AlertType type,
        String competencyId,
        Level level,
        Cause cause,
        List<UUID> people,
        List<UUID> achievements,
        LocalDate bitesOn,
        LocalDate remindOn,
        LocalDate closesOn,
        Instant raisedAt,
        Instant clearedAt) {}
