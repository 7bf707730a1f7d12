package io.partnercompetencies.achievement;

import static io.partnercompetencies.achievement.ImportedAchievements.accepted;
import static io.partnercompetencies.achievement.ImportedAchievements.admin;
import static io.partnercompetencies.achievement.ImportedAchievements.column;
import static io.partnercompetencies.achievement.ImportedAchievements.file;
import static io.partnercompetencies.achievement.ImportedAchievements.log;
import static io.partnercompetencies.achievement.ImportedAchievements.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows are recorded once each, whoever records them and whatever goes wrong in between. */
@QuarkusTest
class AchievementImportWorkTest {

    @Inject
    PartnerFixture partners;

    @Inject
    ImportedAchievements imports;

    @Inject
    DiscardedImports discarded;

    private final String mark = UUID.randomUUID().toString();

    @AfterEach
    void nothing_is_in_the_way_any_more() {
        Sql.change("alter table achievement drop constraint if exists obstacle");
        Sql.change("alter table achievement_import_part drop constraint if exists obstacle");
        imports.runAll();
    }

    private List<String> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> imports.row("n%d-%s@outlook.example".formatted(i, mark), "70-347"))
                .toList();
    }

    private long recorded() {
        return Sql.number(
                "select count(*) from achievement a join microsoft_account m on m.id = a.account_id"
                        + " where m.email like ?",
                "%" + mark + "%");
    }

    @Test
    void what_one_run_leaves_the_next_one_takes() {
        var address = accepted(file(rows(3000)));
        imports.runOnce();
        int processed = (int) state(address).get("processedRows");
        assertThat(processed).isBetween(100, 2900);
        assertThat(state(address)).containsEntry("status", "RUNNING").containsEntry("createdRows", processed);
        assertThat(log(address + "/log")).hasSize(processed);
        assertThat(recorded()).isEqualTo(processed);

        imports.runAll();

        assertThat(state(address)).containsEntry("status", "FINISHED").containsEntry("createdRows", 3000);
        assertThat(column(log(address + "/log"), "row"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 3000).mapToObj(String::valueOf).toList());
        assertThat(recorded()).isEqualTo(3000);
    }

    @Test
    void more_rows_of_one_account_than_a_batch_has_are_recorded_in_their_order() {
        var account = "only-" + mark + "@outlook.example";
        var rows = IntStream.range(0, 450)
                .mapToObj(
                        i -> imports.row(account, i % 2 == 0 ? "x-" + i : "x-0").replace(",,", ",," + i))
                .toList();
        var address = imports.imported(file(rows));
        assertThat(state(address))
                .containsEntry("status", "FINISHED")
                .containsEntry("processedRows", 450)
                .containsEntry("createdRows", 225);
        assertThat(Sql.text(
                        "select source from achievement a join microsoft_account m on m.id = a.account_id"
                                + " where email = ? and credential = 'x-0'",
                        account))
                .isEqualTo("449");
    }

    @Test
    void several_runs_at_once_share_the_rows() {
        var address = accepted(file(rows(2000)));
        Together.times(3, i -> {
            imports.runAll();
            return 0;
        });
        imports.runAll();
        assertThat(state(address)).containsEntry("status", "FINISHED").containsEntry("createdRows", 2000);
        assertThat(recorded()).isEqualTo(2000);
    }

    @Test
    void imports_of_the_same_reports_in_any_order_wait_for_each_other_and_for_batches() {
        var addresses = IntStream.range(0, 3)
                .mapToObj(i -> {
                    var shuffled = new ArrayList<>(rows(600));
                    Collections.shuffle(shuffled, new Random(i));
                    return accepted(file(shuffled));
                })
                .toList();
        Together.times(3, i -> {
            imports.runAll();
            return 0;
        });
        imports.runAll();
        assertThat(addresses).allSatisfy(address -> assertThat(state(address)).containsEntry("status", "FINISHED"));
        assertThat(addresses.stream()
                        .mapToInt(address -> (int) state(address).get("createdRows"))
                        .sum())
                .isEqualTo(600);
        assertThat(recorded()).isEqualTo(600);
    }

    @Test
    void a_batch_that_breaks_off_at_its_end_has_done_nothing() {
        var address = accepted(file(rows(250)));
        Sql.change("alter table achievement_import_part add constraint obstacle check (created = 0) not valid");
        imports.runAll();
        assertThat(recorded()).isZero();
        assertThat(state(address)).containsEntry("status", "RUNNING").containsEntry("processedRows", 0);

        Sql.change("alter table achievement_import_part drop constraint obstacle");
        partners.lapse(Duration.ofMinutes(1));
        imports.runAll();
        assertThat(state(address)).containsEntry("status", "FINISHED").containsEntry("createdRows", 250);
        assertThat(recorded()).isEqualTo(250);
    }

    @Test
    void a_row_that_cannot_be_stored_keeps_no_other_out_and_fails_in_the_end() {
        var rows = new ArrayList<>(rows(150));
        rows.set(70, imports.row("odd-" + mark + "@outlook.example", "obstacle-" + mark));
        var address = accepted(file(rows));
        Sql.change("alter table achievement add constraint obstacle check (credential <> 'obstacle-" + mark
                + "') not valid");
        for (int i = 0; i < 100 && state(address).get("status").equals("RUNNING"); i++) {
            imports.runAll();
            partners.lapse(Duration.ofMinutes(10));
        }
        assertThat(state(address))
                .containsEntry("status", "FINISHED_WITH_ERRORS")
                .containsEntry("createdRows", 149)
                .containsEntry("failedRows", 1);
        var failed = log(address + "/log?status=FAILED");
        assertThat(column(failed, "row")).containsExactly("71");
        assertThat(failed.get(0).get("error")).contains("could not be recorded");
        assertThat(recorded()).isEqualTo(149);
    }

    @Test
    void an_import_that_does_not_end_within_a_day_is_given_up_with_what_was_done() {
        var address = accepted(file(rows(3000)));
        imports.runOnce();
        int done = (int) state(address).get("createdRows");
        partners.lapse(Duration.ofHours(24));
        tidy();
        imports.runAll();
        assertThat(state(address))
                .containsEntry("status", "FAILED")
                .containsEntry("processedRows", 3000)
                .containsEntry("createdRows", done)
                .containsEntry("failedRows", 3000 - done);
        assertThat(log(address + "/log?status=FAILED"))
                .hasSize(3000 - done)
                .allMatch(row -> row.get("error").contains("24 hours"));
        assertThat(recorded()).isEqualTo(done);
    }

    @Test
    void thirty_days_later_an_import_is_forgotten_and_the_achievements_stay() {
        var file = file(rows(30));
        imports.imported(file);
        var address = imports.imported(file);
        partners.lapse(Duration.ofDays(29));
        tidy();
        admin().get(address).then().statusCode(200);
        partners.lapse(Duration.ofDays(1));
        tidy();
        admin().get(address).then().statusCode(404);
        for (var table : List.of("achievement_import_row", "achievement_import_known", "achievement_import_part")) {
            assertThat(Sql.number(
                            "select count(*) from " + table + " where import_id = ?::uuid",
                            address.replaceFirst(".*/", "")))
                    .isZero();
        }
        assertThat(recorded()).isEqualTo(30);
    }

    private void tidy() {
        try {
            VertxContextSupport.subscribeAndAwait(() -> discarded.tidy(partners.now()));
        } catch (Throwable e) {
            throw new AssertionError("Tidying failed", e);
        }
    }
}
