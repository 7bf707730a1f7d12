package io.partnercompetencies.achievement;

import static io.partnercompetencies.achievement.ImportedAchievements.LINES;
import static io.partnercompetencies.achievement.ImportedAchievements.accepted;
import static io.partnercompetencies.achievement.ImportedAchievements.admin;
import static io.partnercompetencies.achievement.ImportedAchievements.column;
import static io.partnercompetencies.achievement.ImportedAchievements.file;
import static io.partnercompetencies.achievement.ImportedAchievements.log;
import static io.partnercompetencies.achievement.ImportedAchievements.send;
import static io.partnercompetencies.achievement.ImportedAchievements.state;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.Sql;
import io.partnercompetencies.rules.SyncDelay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file of achievements, and what becomes of each of its rows. */
@QuarkusTest
class AchievementImportTest {

    @Inject
    PartnerFixture partners;

    @Inject
    ImportedAchievements imports;

    @Inject
    SyncDelay delay;

    private final String account = PartnerFixture.newAccount();

    @AfterEach
    void everything_is_consistent() {
        Consistency.check();
    }

    @Test
    void a_file_is_accepted_and_its_progress_can_be_followed() {
        var accepted = send(
                        admin(),
                        "text/csv; charset=utf-8",
                        file(imports.row(account, "70-347"), imports.row(account, "70-345"))
                                .getBytes(UTF_8))
                .statusCode(202)
                .body("status", is("RUNNING"))
                .body("totalRows", is(2))
                .body("processedRows", is(0))
                .body("startedAt", is(partners.now().toString()))
                .body("finishedAt", nullValue())
                .extract();
        var address = accepted.header("Location");
        assertThat(address).isEqualTo("/v1/achievement-imports/" + accepted.path("id"));
        assertThat(log(address + "/log")).isEmpty();

        imports.runAll();

        admin().get(address)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", is("FINISHED"))
                .body("processedRows", is(2))
                .body("createdRows", is(2))
                .body("failedRows", is(0))
                .body("finishedAt", is(partners.now().toString()));
        earned(account).body("items.credential", contains("70-347", "70-345"));
    }

    private static ValidatableResponse earned(String account) {
        return admin().get("/v1/achievements?account=" + account).then().statusCode(200);
    }

    @Test
    void what_is_imported_counts_after_the_wait_for_whoever_has_the_account() {
        var contoso = partners.partner();
        var ana = partners.linkedEmployee(contoso);
        var bo = partners.linkedEmployee(contoso);
        imports.imported(file(
                imports.row(ana.account(), "70-347"),
                imports.row(ana.account().toUpperCase(Locale.ROOT), "70-345"),
                imports.row(bo.account(), "70-347"),
                imports.row(bo.account(), "70-345")));
        assertThat(partners.statuses(contoso)).hasSize(4).containsOnly("PENDING");
        partners.get(contoso.path("/competencies/messaging")).body("pendingAchievements", is(4));
        partners.advance(delay.length());
        assertThat(partners.statuses(contoso)).containsOnly("COUNTED");
        assertThat(partners.stage(contoso, "messaging", "SILVER")).isEqualTo("QUALIFIED");
    }

    @Test
    void lines_of_json_are_read_as_reports() {
        var now = partners.now();
        var address = accepted(LINES, """
                {"account": "%1$s", "type": "EXAM", "credential": "70-347", "achievedAt": "%2$s", "source": "a \\"b\\""}

                {"account": "%1$s", "type": "EXAM", "credential": "70-345", "achievedAt": "%2$s", "expiresAt": "%3$s"}\r
                {"account": "%1$s", "type": "EXAM", "credential": "70-346", "achievedAt": "%2$s", "score": 700}
                {"account": "%1$s", "type": "EXAM"
                []""".formatted(account, now, now.plusSeconds(60)));
        imports.runAll();
        assertThat(state(address))
                .containsEntry("status", "FINISHED_WITH_ERRORS")
                .containsEntry("createdRows", 2)
                .containsEntry("failedRows", 3);
        var log = log(address + "/log");
        assertThat(column(log, "status")).containsExactly("CREATED", "CREATED", "FAILED", "FAILED", "FAILED");
        assertThat(log.get(2)).containsEntry("account", account).containsEntry("credential", "70-346");
        assertThat(log.get(2).get("error")).startsWith("score: this member is not known");
        assertThat(log.get(3).get("error")).contains("not valid JSON");
        assertThat(log.get(4).get("error")).contains("must be an object");
        earned(account)
                .body("items.source", contains("a \"b\"", null))
                .body("items.expiresAt", contains(null, now.plusSeconds(60).toString()));
    }

    @Test
    void a_faulty_row_is_explained_and_keeps_no_other_out() {
        var past = partners.now().minusSeconds(60);
        var ahead = partners.now().plusSeconds(301);
        var address = imports.imported(file(
                "nobody,EXAM,70-347," + past + ",,",
                account + ",EXAN,70-347," + past + ",,",
                account + ",CERTIFICATION,70-347," + past + ",,",
                account + ",EXAM,70-347," + ahead + ",,",
                account + ",EXAM,70-347,yesterday,,",
                account + ",EXAM,70-347," + past + "," + past + ",",
                account + ",EXAM,," + past + ",,",
                account + ",EXAM,70-347",
                account + ",EXAM,70-347," + past + ",,"));
        var log = log(address + "/log");
        assertThat(column(log, "error"))
                .satisfiesExactly(
                        error -> assertThat(error).startsWith("account: must be an e-mail address"),
                        error -> assertThat(error).startsWith("type: this must be one of EXAM"),
                        error -> assertThat(error).isEqualTo("type: must be EXAM for this credential."),
                        error -> assertThat(error).isEqualTo("achievedAt: lies in the future."),
                        error -> assertThat(error).startsWith("achievedAt: this must be an instant"),
                        error -> assertThat(error).isEqualTo("expiresAt: must be later than achievedAt."),
                        error -> assertThat(error).startsWith("credential: is missing"),
                        error -> assertThat(error).startsWith("The row has 3 cells"),
                        error -> assertThat(error).isEmpty());
        assertThat(state(address)).containsEntry("createdRows", 1).containsEntry("failedRows", 8);
        assertThat(column(log(address + "/log?status=FAILED"), "row"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(column(log(address + "/log?status=CREATED"), "row")).containsExactly("9");
        assertThat(log(address + "/log?status=EXISTS")).isEmpty();
        admin().get(address + "/log?status=WAITING").then().statusCode(400).body("code", is("invalid-parameter"));
    }

    @Test
    void the_same_file_again_changes_nothing() {
        var contoso = partners.partner();
        var ana = partners.linkedEmployee(contoso);
        var file = file(imports.row(ana.account(), "70-347"), imports.row(ana.account(), "70-345"));
        var first = imports.imported(file);
        partners.advance(delay.length());
        var before = revision(contoso.id());
        var second = imports.imported(file);
        assertThat(state(second))
                .containsEntry("status", "FINISHED")
                .containsEntry("processedRows", 2)
                .containsEntry("createdRows", 0);
        assertThat(column(log(second + "/log"), "status")).containsOnly("EXISTS");
        assertThat(column(log(second + "/log"), "id")).isEqualTo(column(log(first + "/log"), "id"));
        assertThat(revision(contoso.id())).isEqualTo(before);
        earned(ana.account()).body("totalCount", is(2));
    }

    private static long revision(String organization) {
        return Sql.number("select revision from standing where organization_id = ?", UUID.fromString(organization));
    }

    @Test
    void rows_of_one_achievement_are_reports_one_after_the_other() {
        var ana = partners.linkedEmployee(partners.partner());
        var until = partners.now().plusSeconds(5000);
        var row = imports.row(ana.account(), "70-347");
        var address =
                imports.imported(file(row, row.replace(",,", "," + until + ",learn"), row.replace(",,", ",,last")));
        var log = log(address + "/log");
        assertThat(column(log, "status")).containsExactly("CREATED", "EXISTS", "EXISTS");
        assertThat(column(log, "id").stream().distinct()).hasSize(1);
        earned(ana.account()).body("items.source", contains("last")).body("items.expiresAt", contains(nullValue()));
    }

    @Test
    void another_expiry_is_taken_over_and_what_was_revoked_stays_so() {
        var ana = partners.linkedEmployee(partners.partner());
        var file = file(imports.row(ana.account(), "70-347"), imports.row(ana.account(), "70-345"));
        var ids = column(log(imports.imported(file) + "/log"), "id");
        partners.revokes(ids.get(1));
        var until = partners.now().plusSeconds(9000);
        var address = imports.imported(file.replace(",,", "," + until + ","));
        var log = log(address + "/log");
        assertThat(column(log, "status")).containsExactly("EXISTS", "FAILED");
        assertThat(log.get(1).get("error")).isEqualTo(ReportPlan.REVOKED);
        assertThat(state(address))
                .containsEntry("status", "FINISHED_WITH_ERRORS")
                .containsEntry("failedRows", 1);
        earned(ana.account()).body("items[0].expiresAt", is(until.toString()));
        assertThat(Sql.text(
                        "select to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS') from credit"
                                + " where achievement_id = ?::uuid",
                        ids.get(0)))
                .isEqualTo(until.toString().substring(0, 19));
    }

    @Test
    void only_its_sender_and_the_programme_see_an_import() {
        var learn = provider();
        var other = provider();
        var address = send(
                        learn, "text/csv", file(imports.row(account, "70-347")).getBytes(UTF_8))
                .statusCode(202)
                .extract()
                .header("Location");
        imports.runAll();
        for (var path : new String[] {address, address + "/log"}) {
            learn.get(path).then().statusCode(200);
            admin().get(path).then().statusCode(200);
            other.get(path).then().statusCode(404);
            admin().get(path.replaceFirst("[0-9a-f]{8}-", "00000000-")).then().statusCode(404);
        }
    }

    private static RequestSpecification provider() {
        var made = PartnerFixture.admin()
                .body(Map.of("name", "learn", "role", "learning-provider"))
                .post("/v1/service-accounts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return given().auth().preemptive().basic(made.getString("userName"), made.getString("secret"));
    }

    @Test
    void a_key_makes_one_import_of_a_file_that_is_sent_twice() {
        var file = file(imports.row(account, "70-347")).getBytes(UTF_8);
        var key = UUID.randomUUID().toString();
        var first =
                send(admin().header("Idempotency-Key", key), "text/csv", file).statusCode(202);
        var again =
                send(admin().header("Idempotency-Key", key), "text/csv", file).statusCode(202);
        assertThat(again.extract().header("Location")).isEqualTo(first.extract().header("Location"));
        imports.runAll();
    }

    @Test
    void what_an_import_did_is_recorded_as_its_senders_work() {
        var address = imports.imported(file(imports.row(account, "70-347")));
        var id = address.replaceFirst(".*/", "");
        assertThat(Sql.number(
                        "select count(*) from audit_record where resource_type = 'ACHIEVEMENT_IMPORT' and resource_id = ?"
                                + " and actor_roles like '%programme-admin%'",
                        id))
                .isEqualTo(2);
        assertThat(Sql.text("select new_value from audit_record where resource_id = ? order by id desc limit 1", id))
                .contains("\"created\":1");
    }
}
