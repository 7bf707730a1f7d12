package io.partnercompetencies.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that matched their stored hash in the last minute, as a keyed digest under a key that lives and dies with
 * this process. Another stored hash, after a change of the password, makes the entry worthless.
 */
@Singleton
class ProvenPasswords {

    static final Duration REMEMBERED = Duration.ofSeconds(60);

    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private record Proof(String hash, byte[] digest, Instant until) {}

    private final Clock clock;
    private final Mac mac;
    private final Map<String, Proof> proofs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Proof> eldest) {
            return size() > MOST;
        }
    };

    ProvenPasswords(Clock clock) {
        this.clock = clock;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.mac = mac(new SecretKeySpec(random, ALGORITHM));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean knows(String userName, String hash, String password) {
        var proof = find(userName);
        return proof != null
                && proof.hash().equals(hash)
                && clock.instant().isBefore(proof.until())
                && MessageDigest.isEqual(proof.digest(), digest(password));
    }

    void remember(String userName, String hash, String password) {
        var proof = new Proof(hash, digest(password), clock.instant().plus(REMEMBERED));
        synchronized (proofs) {
            proofs.put(userName, proof);
        }
    }

    private Proof find(String userName) {
        synchronized (proofs) {
            return proofs.get(userName);
        }
    }

    /** By a copy for each call: looking the algorithm up costs more than the digest. */
    private byte[] digest(String password) {
        try {
            return ((Mac) mac.clone()).doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
