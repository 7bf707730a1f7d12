/**
 * How the service comes up: {@code main()}, the database it finds or brings along, and the limits of its connections.
 * The only room that may print, read the environment and start processes; nobody imports it.
 */
package io.partnercompetencies.launch;
