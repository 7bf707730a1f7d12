package io.partnercompetencies.access;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller replaces the own password by. */
record NewPassword(
        @NotNull(message = "currentPassword is missing.") @Schema(format = "password")
        String currentPassword,

        @NotNull(message = "newPassword is missing.") @Schema(format = "password", minLength = 12, maxLength = 1000)
        String newPassword) {

    /** Not for logs. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
