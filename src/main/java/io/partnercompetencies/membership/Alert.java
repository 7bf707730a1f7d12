package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An alert as it is stored: people and achievements by id, no sentence. */
record Alert(
        UUID id,
        AlertType type,
        String competencyId,
        Level level,
        Cause cause,
        List<UUID> people,
        List<UUID> achievements,
        LocalDate bitesOn,
        Instant raisedAt,
        Instant clearedAt) {}
