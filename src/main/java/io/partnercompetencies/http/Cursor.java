package io.partnercompetencies.http;

import io.partnercompetencies.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The key of the last item shown, as clients carry it: opaque, so that keys may change. */
final class Cursor {

    private static final int LONGEST = 2000;

    private Cursor() {}

    static String write(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    static String read(String cursor) {
        try {
            if (cursor.isEmpty() || cursor.length() > LONGEST) {
                throw unreadable();
            }
            var key = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            if (!Characters.areSingleLine(key)) {
                throw unreadable();
            }
            return key;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unreadable();
        }
    }

    static Refusal unreadable() {
        return Refusal.invalidParameter("cursor", "The cursor is not one that links.next.uri gave.");
    }
}
