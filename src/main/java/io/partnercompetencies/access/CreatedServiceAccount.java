package io.partnercompetencies.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A new service account with the secret that is shown this once. */
record CreatedServiceAccount(@JsonUnwrapped ServiceAccountView account, String secret) {

    /** What may be shown again. */
    CreatedServiceAccount withoutSecret() {
        return new CreatedServiceAccount(account, null);
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "CreatedServiceAccount[" + account.userName() + "]";
    }
}
