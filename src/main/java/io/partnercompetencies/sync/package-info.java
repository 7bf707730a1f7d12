/**
 * The scheduled passes: what is due by time is counted, and what has ended by time is lost (T2–T5). Triggers and
 * batches; what an evaluation is, other rooms know.
 */
package io.partnercompetencies.sync;
