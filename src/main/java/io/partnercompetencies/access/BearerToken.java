package io.partnercompetencies.access;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** The JSON Web Token of an Authorization header (RFC 6750, RFC 7519). What is none is refused before anybody else reads it. */
final class BearerToken {

    private static final String SCHEME = "bearer ";
    private static final Pattern FORM = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private BearerToken() {}

    /** @param header null where the request brings none */
    static String of(String header) {
        if (header == null) {
            throw refused("Sign in with the identity provider and send its access token: Authorization: Bearer, a "
                    + "space, the token.");
        }
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw refused("People sign in with an identity provider here, and the built-in accounts are off. Send a "
                    + "bearer token of that provider.");
        }
        var token = header.substring(SCHEME.length());
        if (!FORM.matcher(token).matches()) {
            throw refused("The bearer token is not a JSON Web Token. Send the access token as the identity provider "
                    + "gave it.");
        }
        return token;
    }

    /** The claims of a token that somebody has verified, as JSON. */
    static String payload(String verified) {
        return new String(Base64.getUrlDecoder().decode(verified.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    static Refusal refused(String sentence) {
        return new Refusal(Code.UNAUTHENTICATED, sentence);
    }
}
