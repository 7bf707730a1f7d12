/**
 * The association of users with the Microsoft accounts under which they take exams and assessments. Knows who holds an
 * account, not what it has earned.
 */
package io.partnercompetencies.account;
