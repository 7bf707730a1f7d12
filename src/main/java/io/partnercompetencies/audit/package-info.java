/**
 * Who changed what, when and at whose request. The rooms above tell what they change, inside the transaction in which
 * they do; people are known here by id, and what names them can be erased.
 */
package io.partnercompetencies.audit;
