package io.partnercompetencies.user;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A new user with the credentials that are shown this once. */
public record CreatedUser(@JsonUnwrapped UserView user, Credentials credentials) {

    public record Credentials(String userName, String temporaryPassword) {

        Credentials withoutPassword() {
            return new Credentials(userName, null);
        }

        /** Not for logs. */
        @Override
        public String toString() {
            return "Credentials[" + userName + "]";
        }
    }

    /** What may be shown again: all but the password. */
    CreatedUser withoutPassword() {
        return new CreatedUser(user, credentials.withoutPassword());
    }
}
