package io.partnercompetencies.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** @param organizationId null for whoever belongs to none, {@code userId} for whoever is no employee */
record Caller(String userName, String password, String organizationId, String userId) {

    static final String ADMIN_PASSWORD = "of-the-tests";
    static final Caller ADMIN = new Caller("admin", ADMIN_PASSWORD, null, null);

    boolean isAdmin() {
        return this == ADMIN;
    }

    String authorization() {
        return "Basic "
                + Base64.getEncoder().encodeToString((userName + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    Caller with(String otherPassword) {
        return new Caller(userName, otherPassword, organizationId, userId);
    }
}
