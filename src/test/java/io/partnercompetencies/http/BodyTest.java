package io.partnercompetencies.http;

import static io.partnercompetencies.http.Client.admin;
import static io.partnercompetencies.http.Client.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Bodies of all sizes, told by their length or sent in chunks. */
@QuarkusTest
class BodyTest {

    private static final int MEGABYTE = 1 << 20;

    @TestHTTPResource
    URI service;

    @Test
    void a_body_of_64_kilobytes_is_read_and_one_byte_more_is_413() {
        sending("{\"name\":\"a\"" + " ".repeat(64 * 1024 - 12) + "}")
                .post("/v1/test/things")
                .then()
                .statusCode(200);
        sending("{\"name\":\"a\"" + " ".repeat(64 * 1024 - 11) + "}")
                .post("/v1/test/things")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"))
                .body("requestId", notNullValue());
    }

    @Test
    void ten_megabytes_are_413_with_and_without_a_length() throws IOException {
        for (var how : new String[] {"Content-Length: " + 10 * MEGABYTE, "Transfer-Encoding: chunked"}) {
            try (var socket = connect()) {
                send(socket, "POST /v1/test/things", credentials(), how, 10 * MEGABYTE);
                var answer = head(socket.getInputStream());
                assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
            }
        }
    }

    @Test
    void nobody_may_send_ten_megabytes_without_signing_in() throws IOException {
        try (var socket = connect()) {
            send(socket, "POST /v1/test/things", "X-None: 1", "Content-Length: " + 10 * MEGABYTE, 10 * MEGABYTE);
            assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 401").contains("application/problem+json");
        }
    }

    @Test
    void the_connection_serves_on_after_a_413() throws IOException {
        try (var socket = connect()) {
            send(socket, "POST /v1/test/things", credentials(), "Transfer-Encoding: chunked", MEGABYTE);
            var in = socket.getInputStream();
            var first = head(in);
            in.readNBytes(Integer.parseInt(first.replaceAll("(?is).*content-length: (\\d+).*", "$1")));
            socket.getOutputStream()
                    .write(("GET /v1/test/documents/1 HTTP/1.1\r\nHost: x\r\n" + credentials() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(first).startsWith("HTTP/1.1 413");
            assertThat(head(in)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on_or_that_it_is_too_large() throws IOException {
        for (var expected : new String[] {"100", "413"}) {
            try (var socket = connect()) {
                int length = expected.equals("100") ? 64 * 1024 : 10 * MEGABYTE;
                var asking = credentials() + "\r\nExpect: 100-continue";
                send(socket, "POST /v1/test/things", asking, "Content-Length: " + length, 0);
                assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 " + expected);
            }
        }
    }

    @Test
    void a_large_body_that_is_allowed_stays_on_the_event_loop() {
        for (int size : new int[] {1, 11_000, 60_000}) {
            sending("[\"" + "x".repeat(size) + "\"]")
                    .put("/v1/test/large")
                    .then()
                    .statusCode(200)
                    .body(equalTo("true"));
        }
    }

    @Test
    void the_table_knows_the_addresses_that_read_more() {
        assertThat(BodyLimits.bytes("POST", "/v1/achievements/batch")).isEqualTo(MEGABYTE);
        assertThat(BodyLimits.bytes("PUT", "/v1/organizations/0193a1b2/performance"))
                .isEqualTo(4 * MEGABYTE);
        assertThat(BodyLimits.bytes("PUT", "/v1/organizations/a/b/performance")).isEqualTo(64 * 1024);
        assertThat(BodyLimits.bytes("POST", "/v1/achievements")).isEqualTo(64 * 1024);
        assertThat(BodyLimits.bytes("POST", "/v1/organizations/0193a1b2/user-imports"))
                .isEqualTo(16 * MEGABYTE);
    }

    @Test
    void headers_without_end_are_no_error_of_ours() {
        assertThat(admin().header("X-Long", "x".repeat(100_000))
                        .get("/v1/test/numbers")
                        .statusCode())
                .isEqualTo(431);
    }

    private Socket connect() throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String credentials() {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString("admin:of-the-tests".getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Socket socket, String request, String header, String framing, int bytes)
            throws IOException {
        var out = socket.getOutputStream();
        var head = request + " HTTP/1.1\r\nHost: x\r\nMS-RequestId: big\r\nContent-Type: application/json\r\n" + header
                + "\r\n" + framing + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        boolean chunked = framing.contains("chunked");
        var part = new byte[8192];
        for (int sent = 0; sent < bytes; sent += part.length) {
            if (chunked) {
                out.write("2000\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write(part);
            if (chunked) {
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
