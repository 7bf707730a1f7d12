package io.partnercompetencies.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a body's JSON with sorted members: blanks and the order of members make no other request. */
@Singleton
class Fingerprint {

    private final ObjectMapper sorted;

    Fingerprint(ObjectMapper json) {
        this.sorted = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    String of(Object body) {
        return body == null ? "-" : HexFormat.of().formatHex(sha256(json(sorted.convertValue(body, Object.class))));
    }

    String json(Object body) {
        try {
            return body == null ? null : sorted.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A body of this service cannot be written", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
