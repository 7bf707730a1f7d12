package io.partnercompetencies.achievement;

import static io.partnercompetencies.achievement.ImportedAchievements.CSV;
import static io.partnercompetencies.achievement.ImportedAchievements.HEADER;
import static io.partnercompetencies.achievement.ImportedAchievements.LINES;
import static io.partnercompetencies.achievement.ImportedAchievements.admin;
import static io.partnercompetencies.achievement.ImportedAchievements.file;
import static io.partnercompetencies.achievement.ImportedAchievements.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are refused as a whole: a clear answer, and nothing is kept of them. */
@QuarkusTest
class AchievementImportBadInputTest {

    private static final int MEGABYTE = 1 << 20;

    @Inject
    ImportedAchievements imports;

    @TestHTTPResource
    URI service;

    private final String account = PartnerFixture.newAccount();
    private long before;

    @BeforeEach
    void count() {
        before = kept();
    }

    @AfterEach
    void nothing_is_written() {
        assertThat(eventually(() -> kept() == before)).isTrue();
    }

    private static long kept() {
        return Sql.number(
                "select (select count(*) from achievement_import) + (select count(*) from achievement_import_row)");
    }

    @Test
    void a_header_that_is_not_the_header() {
        refused(422, "invalid", "name,type\nAna,EXAM\n").body("detail", containsString("'name'"));
        refused(422, "invalid", "account,type,credential\n" + account + ",EXAM,70-347\n")
                .body("detail", containsString("achievedAt is missing"));
        refused(422, "invalid", HEADER + ",source\n").body("detail", containsString("twice"));
        refused(422, "invalid", "x".repeat(MEGABYTE));
        refused(400, "malformed", "x".repeat(2 * MEGABYTE)).body("detail", containsString("too long"));
    }

    @Test
    void nothing_in_it() {
        refused(422, "invalid", "").body("detail", containsString("empty"));
        refused(422, "invalid", HEADER + "\r\n").body("detail", containsString("no rows"));
        refused(LINES, 422, "invalid", "\n\n").body("detail", containsString("no rows"));
    }

    @Test
    void more_rows_than_are_taken() {
        refused(422, "invalid", file(Collections.nCopies(5001, imports.row(account, "70-347"))))
                .body("detail", containsString("5000"));
    }

    @Test
    void what_is_no_text() {
        refused(400, "malformed", file(imports.row(account, "70-347"), imports.row(account, "70\0")))
                .body("detail", containsString("row 2 has a NUL byte"));
        refused(LINES, 400, "malformed", "{}\n{\"account\": \"\0\"}\n")
                .body("detail", containsString("row 2 has a NUL byte"));
        for (var type : new String[] {CSV, LINES}) {
            send(admin(), type, file("é,EXAM").getBytes(StandardCharsets.ISO_8859_1))
                    .statusCode(400)
                    .body("code", is("malformed"))
                    .body("detail", containsString("is not UTF-8"));
        }
    }

    @Test
    void a_row_without_an_end() {
        refused(400, "malformed", file(imports.row(account, "70-347"), "\"" + imports.row(account, "70-345")))
                .body("detail", containsString("row 2 has a quotation mark"));
        refused(400, "malformed", file("\"" + "x".repeat(3 * MEGABYTE)))
                .body("detail", containsString("row 1 is too long"));
        refused(LINES, 400, "malformed", "{}\n{" + " ".repeat(3 * MEGABYTE))
                .body("detail", containsString("row 2 is too long"));
    }

    @Test
    void compressed_or_of_another_type() {
        var file = file(imports.row(account, "70-347")).getBytes(StandardCharsets.UTF_8);
        send(admin().header("Content-Encoding", "gzip"), CSV, file).statusCode(415);
        for (var type : new String[] {"application/json", "text/plain", "application/octet-stream"}) {
            send(admin(), type, file).statusCode(415).body("code", is("unsupported-media-type"));
        }
    }

    @Test
    void more_than_two_gigabytes() throws Exception {
        try (var socket = connect()) {
            socket.getOutputStream().write(head("Content-Length: " + (2048L * MEGABYTE + 1)));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void an_upload_that_breaks_off() throws Exception {
        var rows =
                file(Collections.nCopies(5000, imports.row(account, "70-347"))).getBytes(StandardCharsets.UTF_8);
        try (var socket = connect()) {
            socket.getOutputStream().write(head("Content-Length: " + 2 * rows.length));
            socket.getOutputStream().write(rows);
            socket.getOutputStream().flush();
            assertThat(eventually(() -> kept() > before + 4000)).isTrue();
        }
    }

    private static ValidatableResponse refused(int status, String code, String file) {
        return refused(CSV, status, code, file);
    }

    private static ValidatableResponse refused(String type, int status, String code, String file) {
        return send(admin(), type, file.getBytes(StandardCharsets.UTF_8))
                .statusCode(status)
                .body("code", is(code));
    }

    private Socket connect() throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static byte[] head(String framing) {
        var credentials = Base64.getEncoder().encodeToString("admin:of-the-tests".getBytes(StandardCharsets.UTF_8));
        return ("POST /v1/achievement-imports HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nAuthorization: Basic "
                        + credentials + "\r\n" + framing + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean eventually(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }
}
