/**
 * Measures the packaged service against what anybody could write by hand for the same work, on this machine and in the
 * same minutes: {@code ./mvnw verify -Pbench}. A new benchmark implements {@link Benchmark} and stands in
 * {@link Bench}'s list.
 */
package io.partnercompetencies.bench;
