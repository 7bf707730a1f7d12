package io.partnercompetencies.account;

import io.partnercompetencies.http.EmailAddress;
import io.partnercompetencies.rules.AccountKind;
import jakarta.validation.constraints.NotNull;

/**
 * @param account the e-mail of the Microsoft account
 * @param kind what the account is associated for: exams and certifications, or assessments
 */
public record LinkAccount(
        @NotNull(message = "account is missing: the e-mail of the Microsoft account.") @EmailAddress
        String account,

        @NotNull(message = "kind is missing: LEARN or PARTNER_UNIVERSITY.")
        AccountKind kind) {}
