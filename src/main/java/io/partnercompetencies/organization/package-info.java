/**
 * Partner companies, and where each stands: its last evaluation and when the next one is due. Says when an organisation
 * has changed, and never knows who listens.
 */
package io.partnercompetencies.organization;
