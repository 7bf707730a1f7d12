/**
 * What accounts have earned, and what of it is whose: an achievement belongs to an account, a credit is what an
 * association brings its organisation. Stores when a credit will count; whether it counts is for the law to say.
 */
package io.partnercompetencies.achievement;
