/**
 * The merge of two organisations: one becomes part of the other (rows 1.8 to 1.11 of the programme's rules). Knows the
 * order in which it happens; each room moves what is its own.
 */
package io.partnercompetencies.merger;
