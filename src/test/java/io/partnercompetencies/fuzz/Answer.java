package io.partnercompetencies.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * @param status 0 where nothing came, and the body says why
 * @param headers whose names know no case
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    boolean isAccepted() {
        return status / 100 == 2;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Without its parameters; empty where there is none. */
    String mediaType() {
        return header("Content-Type").orElse("").split(";")[0].strip();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
