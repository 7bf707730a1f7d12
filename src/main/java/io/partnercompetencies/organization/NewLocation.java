package io.partnercompetencies.organization;

import io.partnercompetencies.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** @param country ISO 3166-1 alpha-2, in capitals */
record NewLocation(
        @NotNull(message = "mpnId is missing.") @Text(max = 64)
        String mpnId,

        @NotNull(message = "name is missing.") @Text(max = 200)
        String name,

        @NotNull(message = "country is missing.")
        @Pattern(regexp = "[A-Z]{2}", message = "country is two capital letters, as in ISO 3166: ES.")
        String country) {}
