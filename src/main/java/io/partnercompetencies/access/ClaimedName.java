package io.partnercompetencies.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The user name that somebody claims to have by HTTP Basic, before its password is looked at. */
final class ClaimedName {

    private static final String SCHEME = "Basic ";

    private ClaimedName() {}

    /** Empty for other schemes; what cannot be read is the name of nobody. */
    static Optional<String> in(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var decoded = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(SCHEME.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return Optional.of(colon < 0 ? "" : decoded.substring(0, colon));
        } catch (IllegalArgumentException e) {
            return Optional.of("");
        }
    }
}
