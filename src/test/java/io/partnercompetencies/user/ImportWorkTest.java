package io.partnercompetencies.user;

import static io.partnercompetencies.user.ImportFixture.accepted;
import static io.partnercompetencies.user.ImportFixture.column;
import static io.partnercompetencies.user.ImportFixture.file;
import static io.partnercompetencies.user.ImportFixture.log;
import static io.partnercompetencies.user.ImportFixture.row;
import static io.partnercompetencies.user.ImportFixture.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows are processed once each, whoever processes them and whatever goes wrong in between. */
@QuarkusTest
class ImportWorkTest {

    @Inject
    PartnerFixture partners;

    @Inject
    ImportFixture imports;

    @Inject
    UserImports tidying;

    private Partner contoso;

    @BeforeEach
    void a_partner() {
        contoso = partners.partner();
    }

    @Test
    void several_runs_at_once_share_the_rows() {
        var address = accepted(contoso, file(500, i -> row("n" + i)));
        Together.times(3, i -> {
            imports.runAll();
            return 0;
        });
        imports.runAll();
        assertThat(state(address)).containsEntry("status", "FINISHED").containsEntry("createdRows", 500);
        partners.get(contoso.path("/users")).body("totalCount", is(500));
        assertThat(Sql.number("select count(*) from login where organization_id = ?::uuid", contoso.id()))
                .isEqualTo(500);
    }

    @Test
    void what_one_run_leaves_the_next_one_takes() {
        var address = accepted(contoso, file(600, i -> row("n" + i)));
        int taken = imports.runOnce();
        assertThat(taken).isBetween(1, 599);
        assertThat(state(address)).containsEntry("status", "RUNNING").containsEntry("processedRows", taken);
        imports.runAll();
        assertThat(state(address)).containsEntry("status", "FINISHED").containsEntry("createdRows", 600);
    }

    @Test
    void a_row_that_cannot_be_stored_is_tried_again_and_keeps_no_other_out() {
        var address = accepted(contoso, file(row("ana"), row("bo")));
        obstruct("ana");
        try {
            imports.runAll();
            assertThat(state(address)).containsEntry("status", "RUNNING").containsEntry("createdRows", 1);
        } finally {
            clear();
        }
        partners.lapse(Duration.ofMinutes(1));
        imports.runAll();
        assertThat(state(address)).containsEntry("status", "FINISHED").containsEntry("createdRows", 2);
    }

    @Test
    void a_row_that_can_never_be_stored_fails_in_the_end_and_leaves_nothing() {
        var address = accepted(contoso, file(row("ana"), row("bo")));
        obstruct("ana");
        try {
            for (int i = 0; i < 6; i++) {
                imports.runAll();
                partners.lapse(Duration.ofHours(1));
            }
        } finally {
            clear();
        }
        assertThat(state(address))
                .containsEntry("status", "FINISHED_WITH_ERRORS")
                .containsEntry("failedRows", 1);
        assertThat(log(address).get(0).get("error")).contains("could not be created");
        assertThat(Sql.number("select count(*) from login where organization_id = ?::uuid", contoso.id()))
                .isEqualTo(1);
    }

    @Test
    void an_import_that_does_not_end_within_a_day_is_given_up_with_what_was_done() throws Throwable {
        var address = accepted(contoso, file(600, i -> row("n" + i)));
        int taken = imports.runOnce();
        partners.lapse(Duration.ofHours(24));
        VertxContextSupport.subscribeAndAwait(() -> tidying.tidy(partners.now()));
        assertThat(state(address))
                .containsEntry("status", "FAILED")
                .containsEntry("processedRows", 600)
                .containsEntry("createdRows", taken)
                .containsEntry("failedRows", 600 - taken);
        assertThat(column(log(address), "error").stream().filter(error -> error.contains("24 hours")))
                .hasSize(600 - taken);
        assertThat(imports.runOnce()).isZero();
    }

    /** A database that cannot store one row. */
    private static void obstruct(String firstName) {
        clear();
        Sql.change("alter table app_user add constraint obstacle check (first_name <> '" + firstName + "') not valid");
    }

    private static void clear() {
        Sql.change("alter table app_user drop constraint if exists obstacle");
    }
}
