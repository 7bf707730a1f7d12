/**
 * What an organisation has bought, what it holds by it, and what puts its renewal at risk. Asks the room of competencies
 * what is met; never evaluates anything itself.
 */
package io.partnercompetencies.membership;
