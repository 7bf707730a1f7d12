package io.partnercompetencies.user;

import io.partnercompetencies.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An employee's work account. */
public record UserView(
        UUID id,
        UUID organizationId,
        String firstName,
        String lastName,
        String displayName,
        String email,

        @Schema(type = SchemaType.ARRAY, implementation = Role.class)
        List<String> roles,

        UserStatus status,
        Instant createdAt,
        Instant leftAt) {}
