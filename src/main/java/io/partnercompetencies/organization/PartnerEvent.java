package io.partnercompetencies.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that an organisation's own systems want to know of.
 *
 * @param subject what it happened to: a competency, a term, an alert, an achievement, an association
 * @param data a record with the cause; it knows people by id only, for it leaves the house
 */
public record PartnerEvent(UUID organizationId, PartnerEventType type, String subject, Instant at, Object data) {

    public static PartnerEvent of(UUID organizationId, PartnerEventType type, Object subject, Instant at, Object data) {
        return new PartnerEvent(organizationId, type, subject.toString(), at, data);
    }
}
