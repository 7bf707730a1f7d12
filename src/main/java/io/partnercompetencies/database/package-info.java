/**
 * The way to PostgreSQL: transactions that span Hibernate's entities and set-based statements, reads of one snapshot,
 * and ids. Knows the tables of nobody; every feature room has its own statements.
 */
package io.partnercompetencies.database;
