package io.partnercompetencies.webhook;

import io.partnercompetencies.organization.PartnerEventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook without its secret.
 *
 * @param deliveredAt when the last event arrived, or null
 * @param failingSince since when nothing arrives; null, as {@code lastFailure}, where the last delivery arrived
 * @param nextAttemptAt when it is tried again; null where nothing waits, or nobody tries
 */
@Schema(name = "Webhook")
record WebhookView(
        UUID id,
        String url,
        List<PartnerEventType> events,
        WebhookStatus status,
        Instant createdAt,
        Instant deliveredAt,
        Instant failingSince,
        String lastFailure,
        Instant nextAttemptAt) {}
