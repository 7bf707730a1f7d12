/**
 * The law of the programme: what a requirement is, when an achievement counts, whether a level is met and why. Pure
 * functions over records: facts and an instant in, a verdict with its proof out (R8), so that the same code answers now,
 * a past instant and an anniversary.
 *
 * <p>Must never know the clock, a database, JSON, or any other room: everything above depends on it, and a law that can
 * read the time cannot be asked about another one. Imports {@code java.*} only.
 */
package io.partnercompetencies.rules;
