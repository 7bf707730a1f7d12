package io.partnercompetencies.access;

/**
 * A temporary password and its hash, made before the transaction that stores it: hashing takes long on purpose.
 *
 * @param password null where an identity provider gives one
 * @param hash null where the identity provider keeps the password
 */
public record FirstPassword(String password, String hash) {

    /** Not for logs. */
    @Override
    public String toString() {
        return "FirstPassword";
    }
}
