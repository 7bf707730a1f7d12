/**
 * The programme's requirements as data: reads the YAML catalogue, checks it as a whole, and hands it on as the types of
 * {@code rules}, with names in the languages they exist in. A new requirement is a change of a file, not of the code.
 *
 * <p>Must never know an organisation: what it holds is the same for all of them and does not change while the service
 * runs.
 */
package io.partnercompetencies.catalogue;
