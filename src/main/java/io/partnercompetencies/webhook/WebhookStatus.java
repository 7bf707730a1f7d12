package io.partnercompetencies.webhook;

/** Whether events are delivered. */
enum WebhookStatus {
    ACTIVE,
    /** It has failed for a day, or the receiver said that it is gone. A test that arrives sets it going again. */
    PAUSED
}
