package io.partnercompetencies.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook that this copy of the service is at work on.
 *
 * @param claim what nobody else has: after its end another copy may have taken the webhook over
 * @param delivered the number up to which everything wanted has arrived
 * @param failingSince null where the last delivery arrived
 */
record Turn(
        UUID organizationId,
        UUID webhookId,
        UUID claim,
        Receiver receiver,
        SigningSecret secret,
        List<String> events,
        long delivered,
        int failures,
        Instant failingSince) {

    Turn deliveredThrough(long number) {
        return new Turn(organizationId, webhookId, claim, receiver, secret, events, number, 0, null);
    }
}
