package io.partnercompetencies.access;

import java.util.Set;
import java.util.UUID;

/** An employee who is to be able to sign in. */
public record NewWorkAccount(
        UUID organizationId, UUID userId, String firstName, String lastName, String email, Set<Role> roles) {

    /** What the user name begins with. */
    String wishedName() {
        return email.substring(0, email.indexOf('@'));
    }
}
