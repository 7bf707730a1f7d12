/**
 * The style of the HTTP interface, once: pages, entity tags, idempotency, merge patches, languages, request ids, body
 * limits, strict JSON. Knows nothing of partners; it may use {@code problem} and {@code database}.
 */
package io.partnercompetencies.http;
