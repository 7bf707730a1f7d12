package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import io.partnercompetencies.http.EmailAddress;
import io.partnercompetencies.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param roles in kebab-case; everybody is a {@code user} besides */
public record NewUser(
        @NotNull(message = "firstName is missing.") @Text(max = 100)
        String firstName,

        @NotNull(message = "lastName is missing.") @Text(max = 100)
        String lastName,

        @NotNull(message = "displayName is missing.") @Text(max = 200)
        String displayName,

        @NotNull(message = "email is missing.") @EmailAddress
        String email,

        @Size(max = 20, message = "at most 20 roles can be given.")
        @Schema(type = SchemaType.ARRAY, implementation = Role.class)
        List<String> roles) {}
