package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Span;

/**
 * What a figure measures.
 *
 * @param unit such as {@code users} or {@code USD}
 * @param window of the clauses that name none themselves (R6)
 */
public record Metric(String code, String unit, Span window) {}
