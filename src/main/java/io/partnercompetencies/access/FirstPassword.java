package io.partnercompetencies.access;

/** A temporary password and its hash, made before the transaction that stores it: hashing takes long on purpose. */
public record FirstPassword(String password, String hash) {

    /** Not for logs. */
    @Override
    public String toString() {
        return "FirstPassword";
    }
}
