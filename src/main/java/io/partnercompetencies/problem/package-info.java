/** Refusals, and their one translation to problem answers. Knows no other room: everybody may refuse. */
package io.partnercompetencies.problem;
