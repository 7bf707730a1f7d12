package io.partnercompetencies.audit;

import java.util.UUID;

/**
 * One change, as the service that makes it tells it. Values are records or maps; of what is equal before and after,
 * nothing is kept.
 *
 * @param organizationId where the change belongs; {@link #PROGRAMME} for what belongs to none
 * @param resourceId null for what is no single thing, such as a batch
 * @param aboutUserId the employee whose names and addresses the values hold; null where they are nobody's, and then not
 *     kept
 */
public record AuditEvent(
        UUID organizationId,
        OperationType operationType,
        ResourceType resourceType,
        Object resourceId,
        UUID aboutUserId,
        Object before,
        Object after) {

    public static final UUID PROGRAMME = new UUID(0, 0);

    public static AuditEvent of(
            UUID organizationId, OperationType operationType, ResourceType resourceType, Object resourceId) {
        return new AuditEvent(organizationId, operationType, resourceType, resourceId, null, null, null);
    }

    public AuditEvent about(UUID userId) {
        return new AuditEvent(organizationId, operationType, resourceType, resourceId, userId, before, after);
    }

    public AuditEvent from(Object value) {
        return new AuditEvent(organizationId, operationType, resourceType, resourceId, aboutUserId, value, after);
    }

    public AuditEvent to(Object value) {
        return new AuditEvent(organizationId, operationType, resourceType, resourceId, aboutUserId, before, value);
    }

    boolean hasValues() {
        return before != null || after != null;
    }
}
