package io.partnercompetencies.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A new webhook with the secret that is shown this once. */
record CreatedWebhook(@JsonUnwrapped WebhookView webhook, String secret) {

    /** What may be shown again. */
    CreatedWebhook withoutSecret() {
        return new CreatedWebhook(webhook, null);
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "CreatedWebhook[" + webhook.id() + "]";
    }
}
