package io.partnercompetencies.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report that its reader, or the database, leaves in the middle. */
@QuarkusTest
class BrokenReportTest {

    /** More than what the buffers between the service and a reader who has stopped can hold. */
    private static final int ROWS = 60_000;

    private static final String READING = """
            select count(*) from pg_stat_activity
            where application_name = 'partner-competencies' and xact_start is not null and pid <> pg_backend_pid()""";

    @Inject
    PartnerFixture fixture;

    @TestHTTPResource("/")
    URL service;

    private Partner contoso;

    @BeforeEach
    void fill() {
        contoso = fixture.partner();
        var ada = fixture.employee(contoso);
        var association = UUID.fromString(fixture.association(ada, "LEARN"));
        Sql.change("""
                insert into credit
                  (organization_id, association_id, achievement_id, user_id, account_id, type, credential, fits,
                   achieved_at, counts_from, known_from)
                select organization_id, id, gen_random_uuid(), user_id, account_id, 'EXAM', '70-347', true,
                  associated_at, counts_from, associated_at
                from association, generate_series(1, ?) where id = ?""", ROWS, association);
    }

    @Test
    void a_whole_report_has_its_end() throws Exception {
        try (var reader = reader("text/csv")) {
            var report = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(report).endsWith("\r\n0\r\n\r\n");
            assertThat(report.split("70-347", -1)).hasSize(ROWS + 1);
        }
    }

    @Test
    void a_report_that_the_database_breaks_off_has_no_end() throws Exception {
        for (var form : new String[] {"text/csv", "application/json"}) {
            try (var reader = reader(form)) {
                assertThat(reader.getInputStream().readNBytes(100_000)).startsWith("HTTP/1.1 200".getBytes());
                assertThat(Sql.number("select count(pg_terminate_backend(pid)) from pg_stat_activity "
                                + "where application_name = 'partner-competencies' and xact_start is not null"))
                        .isPositive();
                assertThat(rest(reader)).doesNotEndWith("0\r\n\r\n").doesNotContain("totalCount");
            }
        }
        fixture.get(contoso.path("/achievements?size=1")).statusCode(200);
    }

    @Test
    void readers_who_hang_up_leave_no_transaction_behind() throws Exception {
        for (int i = 0; i < 30; i++) {
            try (var reader = reader(i % 2 == 0 ? "text/csv" : "application/json")) {
                reader.getInputStream().readNBytes(i % 3 == 0 ? 1 : 50_000 * (i % 5));
                reader.setSoLinger(i % 2 == 0, 0);
            }
        }
        int looks = 0;
        while (Sql.number(READING) > 0) {
            assertThat(++looks).as("looks at the connections").isLessThan(2_000);
        }
        fixture.get(contoso.path("/skills-report")).statusCode(200);
    }

    private Socket reader(String form) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        socket.setSoTimeout(60_000);
        var password = Base64.getEncoder()
                .encodeToString(
                        (PartnerFixture.ADMIN + ":" + PartnerFixture.PASSWORD).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream()
                .write(String.join(
                                "\r\n",
                                "GET " + contoso.path("/skills-report") + " HTTP/1.1",
                                "Host: localhost",
                                "Connection: close",
                                "Accept: " + form,
                                "Authorization: Basic " + password,
                                "",
                                "")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** What still comes, to the end or to the reset. */
    private static String rest(Socket socket) {
        var rest = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(rest);
        } catch (IOException reset) {
            rest.writeBytes("reset".getBytes(StandardCharsets.UTF_8));
        }
        return rest.toString(StandardCharsets.UTF_8);
    }
}
