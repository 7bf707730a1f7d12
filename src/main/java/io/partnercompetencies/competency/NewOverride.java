package io.partnercompetencies.competency;

import io.partnercompetencies.http.Text;
import io.partnercompetencies.rules.Level;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** @param until from this instant on it does not hold any more; null for the usual three months */
record NewOverride(
        @NotNull(message = "competencyId is missing.") @Text(max = 100)
        String competencyId,

        @NotNull(message = "level is missing: SILVER or GOLD.")
        Level level,

        @NotNull(message = "reason is missing.") @Text(max = 1000)
        String reason,

        Instant until) {}
