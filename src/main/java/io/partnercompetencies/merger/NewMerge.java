package io.partnercompetencies.merger;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** @param absorbedOrganizationId the organisation that becomes part of the path's */
record NewMerge(
        @NotNull(message = "absorbedOrganizationId is missing: the organization that becomes part of this one.")
        UUID absorbedOrganizationId) {}
