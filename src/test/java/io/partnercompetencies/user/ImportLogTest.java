package io.partnercompetencies.user;

import static io.partnercompetencies.user.ImportFixture.accepted;
import static io.partnercompetencies.user.ImportFixture.admin;
import static io.partnercompetencies.user.ImportFixture.column;
import static io.partnercompetencies.user.ImportFixture.eventually;
import static io.partnercompetencies.user.ImportFixture.file;
import static io.partnercompetencies.user.ImportFixture.log;
import static io.partnercompetencies.user.ImportFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.Callers;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first passwords are told once, to whoever asked for them, and are not kept. */
@QuarkusTest
class ImportLogTest {

    @Inject
    PartnerFixture partners;

    @Inject
    ImportFixture imports;

    @Inject
    UserImports tidying;

    @Inject
    Callers callers;

    @TestHTTPResource
    URI service;

    private Partner contoso;

    @BeforeEach
    void a_partner() {
        contoso = partners.partner();
    }

    @Test
    void only_the_first_download_has_the_passwords_and_then_they_are_gone() {
        var address = imports.imported(contoso, file(row("ana"), row("bo")));
        var first = log(address);
        assertThat(column(first, "temporaryPassword")).doesNotContain("").doesNotHaveDuplicates();
        assertThat(passwordsKept(address)).isZero();

        var second = log(address);
        assertThat(column(second, "temporaryPassword")).containsOnly("");
        assertThat(column(second, "userName")).isEqualTo(column(first, "userName"));
    }

    @Test
    void who_asks_for_the_headers_alone_uses_no_passwords_up() {
        var address = imports.imported(contoso, file(row("ana")));
        admin().head(address + "/log").then().statusCode(200);
        assertThat(column(log(address), "temporaryPassword")).doesNotContain("");
    }

    @Test
    void the_answer_is_a_file_that_nobody_may_keep() {
        admin().get(imports.imported(contoso, file(row("ana"))) + "/log")
                .then()
                .contentType(startsWith("text/csv"))
                .header("Cache-Control", is("no-store"))
                .header("Content-Disposition", containsString("user-import-"))
                .body(startsWith("row,email,status,userName,temporaryPassword,error\r\n"));
    }

    @Test
    void a_download_while_it_runs_shows_what_is_done_and_uses_no_passwords_up() {
        var address = accepted(contoso, file(600, i -> row("n" + i)));
        assertThat(log(address)).isEmpty();
        imports.runOnce();
        var partly = log(address);
        assertThat(partly.size()).isBetween(1, 599);
        assertThat(column(partly, "temporaryPassword")).containsOnly("");
        imports.runAll();
        assertThat(column(log(address), "temporaryPassword")).hasSize(600).doesNotContain("");
    }

    @Test
    void another_admin_sees_no_passwords_and_uses_none_up() {
        var address = imports.imported(contoso, file(row("ana")));
        var other = callers.signedIn(contoso, "global-admin");
        assertThat(column(log(other.as(), address), "temporaryPassword")).containsOnly("");
        assertThat(column(log(address), "temporaryPassword")).doesNotContain("");
    }

    @Test
    void of_many_downloads_at_once_one_has_the_passwords() {
        var address = imports.imported(contoso, file(50, i -> row("n" + i)));
        var shown =
                Together.times(8, i -> column(log(address), "temporaryPassword").contains("") ? 0 : 1);
        assertThat(shown.stream().mapToInt(one -> (int) one).sum()).isEqualTo(1);
    }

    @Test
    void a_download_that_breaks_off_leaves_the_passwords_for_the_next() throws Exception {
        var address = imports.imported(contoso, file(2000, i -> row("n" + i)));
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            socket.getOutputStream()
                    .write(("GET " + address + "/log HTTP/1.1\r\nHost: x\r\nAuthorization: Basic "
                                    + Base64.getEncoder().encodeToString("admin:of-the-tests".getBytes())
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(100);
            socket.setSoLinger(true, 0);
        }
        assertThat(eventually(() -> Sql.number(
                                "select count(*) from user_import where id = ?::uuid and lent_until is null",
                                id(address))
                        == 1))
                .isTrue();
        assertThat(column(log(address), "temporaryPassword")).hasSize(2000).doesNotContain("");
    }

    @Test
    void after_a_day_the_passwords_are_neither_shown_nor_kept() throws Throwable {
        var address = imports.imported(contoso, file(row("ana")));
        partners.lapse(Duration.ofHours(24));
        assertThat(column(log(address), "temporaryPassword")).containsOnly("");
        assertThat(passwordsKept(address)).isEqualTo(1);
        VertxContextSupport.subscribeAndAwait(() -> tidying.tidy(partners.now()));
        assertThat(passwordsKept(address)).isZero();
    }

    private static long passwordsKept(String address) {
        return Sql.number(
                "select count(*) from user_import_row where import_id = ?::uuid and temporary_password is not null",
                id(address));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
