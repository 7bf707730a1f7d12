/**
 * Figures from customers, as the performance provider sends them, and what of them counts. They act at once, in their
 * own request (T3).
 */
package io.partnercompetencies.performance;
