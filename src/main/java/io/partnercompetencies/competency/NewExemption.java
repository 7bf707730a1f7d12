package io.partnercompetencies.competency;

import io.partnercompetencies.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * @param competencies null for all of them
 * @param anniversaryFrom the first anniversary that it concerns, {@code anniversaryTo} the last one
 */
record NewExemption(
        @Size(min = 1, message = "competencies must name at least one, or be left out for all.")
        List<@NotNull(message = "must not be null.") @Text(max = 100) String> competencies,

        @NotNull(message = "anniversaryFrom is missing: the first anniversary that it concerns.")
        LocalDate anniversaryFrom,

        @NotNull(message = "anniversaryTo is missing: the last anniversary that it concerns.")
        LocalDate anniversaryTo,

        @NotNull(message = "reason is missing.") @Text(max = 1000)
        String reason) {}
