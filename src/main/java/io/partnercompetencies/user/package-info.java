/**
 * Employees: their work accounts in one organisation, from creation to the day they leave. Announces that somebody
 * leaves, and never knows what that ends.
 */
package io.partnercompetencies.user;
