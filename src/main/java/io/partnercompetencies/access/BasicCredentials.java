package io.partnercompetencies.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The user name that somebody claims to have by HTTP Basic (RFC 7617), before its password is looked at.
 *
 * @param password null in what cannot be read, which names nobody
 */
record BasicCredentials(String userName, String password) {

    private static final String SCHEME = "Basic ";
    private static final BasicCredentials UNREADABLE = new BasicCredentials("", null);

    /** Empty for other schemes. */
    static Optional<BasicCredentials> in(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(SCHEME.length()).strip()),
                    StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.of(UNREADABLE);
        }
    }

    private static BasicCredentials read(String decoded) {
        int colon = decoded.indexOf(':');
        return colon < 0 ? UNREADABLE : new BasicCredentials(decoded.substring(0, colon), decoded.substring(colon + 1));
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "BasicCredentials[" + userName + "]";
    }
}
