package io.partnercompetencies.user;

/** A user who leaves is kept, with all history (P6). */
public enum UserStatus {
    ACTIVE,
    LEFT
}
