package io.partnercompetencies.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A CloudEvent, as it is delivered and replayed.
 *
 * @param source the address of the organisation, {@code subject} what in it the event is about
 * @param sequence grows by one with every event of the organisation; of a fixed width, so that texts compare like numbers
 * @param number the same as a number; 0 for a test, which is no event of the organisation's
 */
@Schema(name = "Event")
record Event(
        String specversion,
        UUID id,
        String source,

        String type,

        String subject,
        Instant time,
        String datacontenttype,
        String sequence,

        @JsonRawValue @Schema(type = SchemaType.OBJECT, additionalProperties = Object.class)
        String data,

        @JsonIgnore @Schema(hidden = true) long number) {

    static final String TEST = "webhook.test";

    private static final String JSON = "application/json";

    static Event of(UUID organizationId, long number, UUID id, String type, String subject, Instant at, String data) {
        return new Event(
                "1.0", id, source(organizationId), type, subject, at, JSON, "%019d".formatted(number), data, number);
    }

    /** What is sent on demand: it carries nothing, and no sequence, for it is not among the events. */
    static Event test(UUID organizationId, UUID id, UUID webhookId, Instant at) {
        return new Event("1.0", id, source(organizationId), TEST, webhookId.toString(), at, JSON, null, "{}", 0);
    }

    private static String source(UUID organizationId) {
        return "/v1/organizations/" + organizationId;
    }
}
