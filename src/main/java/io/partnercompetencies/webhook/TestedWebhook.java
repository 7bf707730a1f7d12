package io.partnercompetencies.webhook;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a test.
 *
 * @param eventId by which the receiver knows it
 * @param httpStatus absent where the receiver did not answer
 * @param failure a sentence, absent where it arrived
 */
@Schema(name = "TestedWebhook")
record TestedWebhook(UUID eventId, boolean delivered, Integer httpStatus, String failure) {

    static TestedWebhook of(UUID eventId, Delivery delivery) {
        return new TestedWebhook(eventId, delivery.delivered(), delivery.httpStatus(), delivery.failure());
    }
}
