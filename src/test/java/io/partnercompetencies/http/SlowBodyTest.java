package io.partnercompetencies.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders who begin a body and do not go on. */
@QuarkusTest
@TestProfile(OtherEdge.class)
class SlowBodyTest {

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 20", "Transfer-Encoding: chunked"})
    void a_body_that_does_not_arrive_is_refused_and_the_connection_closed(String framing) throws IOException {
        var answer = answer("POST /v1/test/things", framing, "1\r\n{\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "it did not arrive within 1 s.");
    }

    @Test
    void a_body_that_is_refused_already_is_not_waited_for_either() throws IOException {
        assertThat(answer("POST /v1/test/things", "Content-Length: 10000000", "{"))
                .startsWith("HTTP/1.1 413");
    }

    /** All that the service says until it closes the connection. */
    private String answer(String request, String framing, String beginning) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            var credentials = Base64.getEncoder().encodeToString("admin:of-the-tests".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Basic "
                                    + credentials + "\r\n" + framing + "\r\n\r\n" + beginning)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
