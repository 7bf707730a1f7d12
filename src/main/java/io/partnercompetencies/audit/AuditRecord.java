package io.partnercompetencies.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change, as it is shown.
 *
 * @param userPrincipalName who made it: the user name; null where the service or somebody of another organisation did
 * @param userId the employee who made it
 */
public record AuditRecord(
        UUID id,
        ResourceType resourceType,
        String resourceId,
        OperationType operationType,
        OperationStatus operationStatus,
        Instant operationDate,
        String userPrincipalName,
        UUID userId,
        List<String> roles,
        @Schema(type = SchemaType.OBJECT) Map<String, Object> oldValue,
        @Schema(type = SchemaType.OBJECT) Map<String, Object> newValue,
        String requestId) {}
