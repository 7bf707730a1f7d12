package io.partnercompetencies.access;

/** How a new user signs in first; told once and kept only as a hash. */
public record Temporary(String userName, String temporaryPassword) {

    /** Not for logs. */
    @Override
    public String toString() {
        return "Temporary[" + userName + "]";
    }
}
