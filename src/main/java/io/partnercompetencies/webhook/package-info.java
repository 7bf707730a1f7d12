/**
 * Events for partners' own systems: kept in order for each organisation, replayed to whoever asks, and delivered to
 * webhooks as CloudEvents 1.0, signed as Standard Webhooks has it. At least once: receivers know an event again by its id.
 */
package io.partnercompetencies.webhook;
