package io.partnercompetencies.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a receiver knows that a delivery is ours by: {@code whsec_} and the key in Base64, as Standard Webhooks has it. */
final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    static SigningSecret random() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return new SigningSecret(key);
    }

    /** With the prefix or without it; empty where it is not 24 to 64 bytes in Base64. */
    static Optional<SigningSecret> of(String text) {
        var encoded = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        try {
            var key = Base64.getDecoder().decode(encoded);
            return key.length < SHORTEST || key.length > LONGEST
                    ? Optional.empty()
                    : Optional.of(new SigningSecret(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param timestamp of the attempt, in seconds since 1970 */
    String signature(String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no " + ALGORITHM, e);
        }
    }

    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
