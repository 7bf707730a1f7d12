package io.partnercompetencies.user;

import static io.partnercompetencies.user.ImportFixture.admin;
import static io.partnercompetencies.user.ImportFixture.eventually;
import static io.partnercompetencies.user.ImportFixture.file;
import static io.partnercompetencies.user.ImportFixture.row;
import static io.partnercompetencies.user.ImportFixture.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are refused as a whole: a clear answer, and nothing is kept of them. */
@QuarkusTest
class ImportBadInputTest {

    private static final int MEGABYTE = 1 << 20;

    @Inject
    PartnerFixture partners;

    @TestHTTPResource
    URI service;

    private Partner contoso;

    @BeforeEach
    void a_partner() {
        contoso = partners.partner();
    }

    @AfterEach
    void nothing_is_written() {
        assertThat(eventually(() -> kept("user_import") + kept("user_import_row") == 0))
                .isTrue();
        assertThat(kept("app_user")).isZero();
    }

    private long kept(String table) {
        return Sql.number("select count(*) from " + table + " where organization_id = ?::uuid", contoso.id());
    }

    @Test
    void a_header_that_is_not_the_header() {
        refused(422, "invalid", "name,email\nAna,ana@contoso.example\n").body("detail", containsString("'name'"));
        refused(422, "invalid", "firstName,lastName,email\nAna,T,ana@contoso.example\n")
                .body("detail", containsString("displayName is missing"));
        refused(422, "invalid", ImportFixture.HEADER + ",email\nAna,T,A,a@contoso.example,,a@contoso.example\n")
                .body("detail", containsString("twice"));
        refused(422, "invalid", row("ana") + "\n" + row("bo"));
        refused(422, "invalid", "x".repeat(MEGABYTE));
    }

    @Test
    void nothing_in_it() {
        refused(422, "invalid", "").body("detail", containsString("empty"));
        refused(422, "invalid", ImportFixture.HEADER + "\r\n").body("detail", containsString("no rows"));
    }

    @Test
    void more_than_ten_thousand_rows() {
        refused(422, "invalid", file(10_001, i -> row("n" + i))).body("detail", containsString("10000"));
    }

    @Test
    void a_nul_byte() {
        refused(400, "malformed", file(row("ana"), row("b\0o"), row("cy")))
                .body("detail", containsString("row 2 has a NUL byte"));
    }

    @Test
    void a_row_in_another_encoding() {
        var latin = file(row("ana"), row("José"), row("cy")).getBytes(StandardCharsets.ISO_8859_1);
        refused(400, "malformed", latin).body("detail", containsString("row 2 is not UTF-8"));
        refused(400, "malformed", file(row("ana")).getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void a_quotation_mark_that_is_not_closed() {
        refused(400, "malformed", file(row("ana"), "\"Bo,Lind,Bo,bo@contoso.example,", row("cy")))
                .body("detail", containsString("row 2 has a quotation mark"));
        refused(400, "malformed", file(row("ana"), "\"Bo\"x,Lind,Bo,bo@contoso.example,"))
                .body("detail", containsString("row 2 has a quotation mark"));
    }

    @Test
    void compressed_or_of_another_type() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(file(row("ana")).getBytes(StandardCharsets.UTF_8));
        }
        refused(400, "malformed", compressed.toByteArray());
        send(admin().header("Content-Encoding", "gzip"), contoso, compressed.toByteArray())
                .statusCode(415)
                .body("code", is("unsupported-media-type"));
        for (var type : new String[] {"application/json", "text/plain"}) {
            admin().contentType(type)
                    .body(file(row("ana")).getBytes(StandardCharsets.UTF_8))
                    .post(contoso.path("/user-imports"))
                    .then()
                    .statusCode(415)
                    .body("code", is("unsupported-media-type"));
        }
    }

    @Test
    void a_hundred_megabytes_with_and_without_a_length() throws Exception {
        for (var framing : new String[] {"Content-Length: " + 100 * MEGABYTE, "Transfer-Encoding: chunked"}) {
            try (var socket = connect()) {
                var sending = CompletableFuture.runAsync(() -> pour(socket, framing, 100));
                assertThat(status(socket)).startsWith("HTTP/1.1 413");
                sending.get();
            }
        }
    }

    @Test
    void an_upload_that_breaks_off() throws Exception {
        try (var socket = connect()) {
            pour(socket, "Content-Length: " + 15 * MEGABYTE, 10);
            assertThat(eventually(() -> kept("user_import_row") > 0)).isTrue();
        }
    }

    private ValidatableResponse refused(int status, String code, String file) {
        return refused(status, code, file.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse refused(int status, String code, byte[] file) {
        return send(admin(), contoso, file).statusCode(status).body("code", is(code));
    }

    private Socket connect() throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Writes so many megabytes of rows, or as many as the service takes. */
    private void pour(Socket socket, String framing, int megabytes) {
        var credentials = Base64.getEncoder().encodeToString("admin:of-the-tests".getBytes(StandardCharsets.UTF_8));
        var head = "POST " + contoso.path("/user-imports") + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\n"
                + "Authorization: Basic " + credentials + "\r\n" + framing + "\r\n\r\n";
        boolean chunked = framing.contains("chunked");
        var long1 = "Ana,Torres," + "x".repeat(10_000) + ",ana@contoso.example,\n";
        var part = (long1.repeat(MEGABYTE / long1.length()) + " ".repeat(MEGABYTE % long1.length()))
                .getBytes(StandardCharsets.US_ASCII);
        var first = (ImportFixture.HEADER + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            if (chunked) {
                out.write((Integer.toHexString(first.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(first);
            for (int i = 0; i < megabytes; i++) {
                if (chunked) {
                    out.write(("\r\n" + Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(part);
            }
            out.flush();
        } catch (IOException closed) {
            assertThat(megabytes).as("megabytes that the service did not want").isGreaterThan(16);
        }
    }

    private static String status(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\r';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}
