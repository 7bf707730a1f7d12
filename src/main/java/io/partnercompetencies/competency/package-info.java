/**
 * Where organisations stand in the competencies: gathers the facts, asks the law, stores the answer and shows it. Knows
 * memberships only through what they hold.
 */
package io.partnercompetencies.competency;
