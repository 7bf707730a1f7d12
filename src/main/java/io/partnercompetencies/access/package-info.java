/**
 * Who is asking, and what they may ask for: roles, built-in accounts with HTTP Basic, and the one gate before every
 * resource. Knows a user only by ids; the people themselves are known further right.
 */
package io.partnercompetencies.access;
