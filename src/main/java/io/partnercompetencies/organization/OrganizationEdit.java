package io.partnercompetencies.organization;

import io.partnercompetencies.http.Text;
import io.partnercompetencies.rules.Market;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What may be changed of an organisation: the members of a PATCH. */
record OrganizationEdit(
        @NotNull(message = "mpnId cannot be removed.") @Text(max = 64)
        String mpnId,

        @NotNull(message = "name cannot be removed.") @Text(max = 200)
        String name,

        @NotNull(message = "country cannot be removed.")
        @Pattern(regexp = "[A-Z]{2}", message = "country is two capital letters, as in ISO 3166: ES.")
        String country,

        @NotNull(message = "market cannot be removed.") Market market) {}
