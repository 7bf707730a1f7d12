/** Produces the one {@link java.time.Clock}, the only reader of the wall clock (T1). Nobody imports this room. */
package io.partnercompetencies.time;
