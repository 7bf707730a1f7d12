package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import io.partnercompetencies.http.EmailAddress;
import io.partnercompetencies.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be changed of a user: the members of a PATCH. */
record UserEdit(
        @NotNull(message = "firstName cannot be removed.") @Text(max = 100)
        String firstName,

        @NotNull(message = "lastName cannot be removed.") @Text(max = 100)
        String lastName,

        @NotNull(message = "displayName cannot be removed.") @Text(max = 200)
        String displayName,

        @NotNull(message = "email cannot be removed.") @EmailAddress
        String email,

        @Size(max = 20, message = "at most 20 roles can be given.")
        @Schema(type = SchemaType.ARRAY, implementation = Role.class)
        List<String> roles) {}
