package io.partnercompetencies.user;

import static io.partnercompetencies.PartnerFixture.admin;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.Consistency;
import io.partnercompetencies.Logs;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.partnercompetencies.merger.MergeFixture;
import io.partnercompetencies.sync.AchievementImportJob;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A leaver's personal data vanish, and nothing else. */
@QuarkusTest
class ErasureTest {

    private static final String MARKER = "(erased)";

    @Inject
    PartnerFixture fixture;

    @Inject
    ImportFixture imports;

    @Inject
    MergeFixture merges;

    @Inject
    AchievementImportJob achievementImports;

    @AfterEach
    void everything_is_consistent() {
        Consistency.check();
    }

    /** Somebody whose name, e-mail and account are found wherever they are kept. */
    private final class Person {

        final String mark = "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        final String account = "outlook" + mark + "@outlook.example";
        final Partner partner;
        final Employee employee;
        final String userName;
        final String password;

        Person(Partner partner) {
            this.partner = partner;
            var made = keyed().body(names("First" + mark))
                    .post(partner.path("/users"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            userName = made.getString("credentials.userName");
            employee = new Employee(partner, made.getString("id"), account);
            var temporary =
                    new Caller(userName, made.getString("credentials.temporaryPassword"), employee.id(), partner);
            password = Callers.chosen(temporary, "a password of my own " + UUID.randomUUID())
                    .password();
        }

        Map<String, String> names(String firstName) {
            return Map.of(
                    "firstName", firstName,
                    "lastName", "Last" + mark,
                    "displayName", "Display" + mark,
                    "email", mark + "@contoso.example");
        }

        String row(String roles) {
            return "First%1$s,Last%1$s,Display%1$s,%1$s@contoso.example,%2$s".formatted(mark, roles);
        }

        RequestSpecification as() {
            return given().auth().preemptive().basic(userName, password).contentType("application/json");
        }

        void leaves() {
            fixture.leaves(employee);
        }

        void isErased() {
            admin().delete(employee.path("/personal-data")).then().statusCode(204);
        }
    }

    private static RequestSpecification keyed() {
        return admin().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** All rows of all tables that hold the text, be it in capitals or not. */
    private static List<String> tablesWith(String text) {
        var tables = Sql.text("""
                select string_agg(quote_ident(table_name), ',' order by table_name) from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'""").split(",");
        assertThat(tables).hasSizeGreaterThan(20).contains("app_user", "login", "idempotency", "audit_personal");
        var found = new ArrayList<String>();
        for (var table : tables) {
            if (Sql.number("select count(*) from " + table + " t where t::text ilike ?", "%" + text + "%") > 0) {
                found.add(table);
            }
        }
        return found;
    }

    @Test
    void after_an_erasure_no_table_and_no_log_holds_the_name_the_e_mail_or_the_account() throws Exception {
        try (var logs = Logs.listen()) {
            var contoso = fixture.partner();
            var colleague = new Person(contoso);
            var zoe = new Person(contoso);
            var path = zoe.employee;
            fixture.link(colleague.employee, zoe.account, "LEARN").statusCode(201);
            fixture.lapse(Duration.ofDays(31));

            zoe.as()
                    .header("Idempotency-Key", "mine")
                    .body(Map.of("account", zoe.account, "kind", "LEARN"))
                    .post(path.path("/microsoft-accounts"))
                    .then()
                    .statusCode(201);
            keyed().body(Map.of("account", zoe.account, "kind", "PARTNER_UNIVERSITY"))
                    .post(path.path("/microsoft-accounts"))
                    .then()
                    .statusCode(201);
            admin().body(zoe.names("Other" + zoe.mark))
                    .patch(path.path(""))
                    .then()
                    .statusCode(200);
            admin().body(zoe.names("Twin" + zoe.mark))
                    .post(contoso.path("/users"))
                    .then()
                    .statusCode(409);
            given().auth()
                    .preemptive()
                    .basic(zoe.userName, "wrong")
                    .get("/v1/me")
                    .then()
                    .statusCode(401);
            given().auth()
                    .preemptive()
                    .basic(zoe.mark + "@contoso.example", "wrong")
                    .get("/v1/me")
                    .then()
                    .statusCode(401);
            var report = Map.of(
                    "account",
                    zoe.account,
                    "type",
                    "EXAM",
                    "credential",
                    "70-347",
                    "achievedAt",
                    fixture.now().minusSeconds(3600).toString());
            String achievement = keyed().body(report)
                    .post("/v1/achievements")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            keyed().body(List.of(report)).post("/v1/achievements/batch").then().statusCode(200);
            importAchievements(zoe.account + ",EXAM,70-346," + fixture.now() + "\n" + zoe.account + ",EXAN,70-346,\n");
            admin().queryParam("account", zoe.account)
                    .get("/v1/achievements")
                    .then()
                    .statusCode(200);
            admin().body(Map.of("account", zoe.account, "kind", "NONE"))
                    .post(path.path("/microsoft-accounts"))
                    .then()
                    .statusCode(400);
            fixture.advance(Duration.ofHours(25));
            fixture.get(path.path("/achievements/" + achievement + "/diagnosis"))
                    .statusCode(200);
            fixture.get(contoso.path("/skills-report")).body(containsString("Display" + zoe.mark));
            fixture.get(contoso.path("/audit-records")).body(containsString(zoe.account));
            String university = fixture.get(path.path("/microsoft-accounts"))
                    .extract()
                    .path("items.find { it.kind == 'PARTNER_UNIVERSITY' }.id");
            fixture.unlink(zoe.employee, university).statusCode(204);
            fixture.get(contoso.path("/users?q=last" + zoe.mark)).body("totalCount", is(1));
            var file = ImportFixture.file(zoe.row(""), zoe.row("emperor"));
            assertThat(ImportFixture.column(ImportFixture.log(imports.imported(contoso, file)), "status"))
                    .containsExactly("EXISTS", "FAILED");
            // No job has come to it yet, nor will any record it.
            upload(zoe.account + ",EXAN,70-346,\n");
            zoe.leaves();
            assertThat(tablesWith(zoe.mark))
                    .contains(
                            "app_user",
                            "login",
                            "microsoft_account",
                            "idempotency",
                            "audit_personal",
                            "user_import_row",
                            "achievement_import_row");

            colleague.leaves();
            colleague.isErased();
            fixture.get(contoso.path("/users/" + colleague.employee.id() + "/microsoft-accounts?includeEnded=true"))
                    .body("items.account", contains(MARKER));
            fixture.get(path.path("/microsoft-accounts?includeEnded=true"))
                    .body("items.account", everyItem(is(zoe.account)));
            zoe.isErased();

            assertThat(tablesWith(zoe.mark)).isEmpty();
            assertThat(tablesWith(colleague.mark)).isEmpty();
            assertThat(logs.all()).doesNotContain(zoe.mark, colleague.mark);
            assertThat(Logs.ofTheDatabase()).contains("app_user_email_key").doesNotContain(zoe.mark, colleague.mark);
        }
    }

    private void importAchievements(String rows) {
        upload(rows);
        try {
            VertxContextSupport.subscribeAndAwait(() -> achievementImports.runOnce(fixture.now()));
        } catch (Throwable e) {
            throw new AssertionError("The job failed", e);
        }
    }

    private void upload(String rows) {
        given().auth()
                .preemptive()
                .basic(PartnerFixture.ADMIN, PartnerFixture.PASSWORD)
                .contentType("text/csv")
                .body("account,type,credential,achievedAt\n" + rows)
                .post("/v1/achievement-imports")
                .then()
                .statusCode(202);
    }

    @Test
    void who_came_by_an_import_and_imported_others_vanishes_from_both() {
        var contoso = fixture.partner();
        var mark = "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var address = imports.imported(contoso, ImportFixture.file(ImportFixture.row(mark) + "account-admin"));
        var logged = ImportFixture.log(address).get(0);
        String id = fixture.get(contoso.path("/users")).extract().path("items[0].id");
        var zoe = Callers.chosen(
                new Caller(logged.get("userName"), logged.get("temporaryPassword"), id, contoso),
                "a password of my own");
        var others = ImportFixture.file(ImportFixture.row("bo")).getBytes(UTF_8);
        ImportFixture.send(zoe.as(), contoso, others).statusCode(202);
        imports.runAll();
        assertThat(tablesWith(mark)).contains("user_import", "user_import_row");

        imports.imported(contoso, ImportFixture.file(ImportFixture.row(mark) + "emperor"));
        admin().body(Map.of("email", "another@contoso.example"))
                .patch(contoso.path("/users/" + id))
                .then()
                .statusCode(200);
        fixture.leaves(new Employee(contoso, id, null));
        admin().delete(contoso.path("/users/" + id + "/personal-data")).then().statusCode(204);

        assertThat(tablesWith(mark)).isEmpty();
        assertThat(ImportFixture.log(address))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("status", "CREATED")
                        .containsEntry("email", "")
                        .containsEntry("userName", ""));
    }

    @Test
    void who_came_by_a_merge_vanishes_from_both_organizations() {
        var fabrikam = fixture.partner();
        var contoso = fixture.partner();
        var adatum = fixture.partner();
        var zoe = new Person(adatum);
        fixture.link(zoe.employee, "LEARN").statusCode(201);
        admin().body(Map.of("email", "former" + zoe.mark + "@contoso.example"))
                .patch(zoe.employee.path(""))
                .then()
                .statusCode(200);
        imports.imported(adatum, ImportFixture.file(zoe.row("emperor")));
        fixture.lapse(Duration.ofHours(1));
        merges.merge(fabrikam, adatum);
        fixture.lapse(Duration.ofHours(1));
        merges.merge(contoso, fabrikam);
        var there = new Employee(contoso, zoe.employee.id(), zoe.account);
        fixture.get(there.path("")).body("lastName", is("Last" + zoe.mark)).body("status", is("ACTIVE"));
        fixture.get(zoe.employee.path(""))
                .body("lastName", is("Last" + zoe.mark))
                .body("status", is("LEFT"));
        admin().delete(zoe.employee.path("/personal-data")).then().statusCode(409);
        admin().delete(there.path("/personal-data")).then().statusCode(422);
        fixture.leaves(there);
        admin().delete(there.path("/personal-data")).then().statusCode(204);

        assertThat(tablesWith(zoe.mark)).isEmpty();
        for (var partner : List.of(adatum, fabrikam, contoso)) {
            fixture.get(partner.path("/users/" + zoe.employee.id())).body("displayName", is("Erased user"));
        }
    }

    @Test
    void the_employee_is_still_found_by_the_id() {
        var zoe = new Person(fixture.partner());
        zoe.leaves();
        zoe.isErased();

        fixture.get(zoe.employee.path(""))
                .statusCode(200)
                .body("status", is("LEFT"))
                .body("firstName", is("Erased"))
                .body("lastName", is("user"))
                .body("displayName", is("Erased user"))
                .body("email", is("erased@erased.invalid"));
        fixture.get(zoe.partner.path("/users?status=LEFT")).body("items.id", hasItem(zoe.employee.id()));
        zoe.as().get("/v1/me").then().statusCode(401);
    }

    @Test
    void counts_and_history_stay_as_they_were() {
        var contoso = fixture.partner();
        var zoe = new Person(contoso);
        fixture.link(zoe.employee, "LEARN").statusCode(201);
        var other = fixture.linkedEmployee(contoso);
        fixture.passesMessaging(zoe.employee);
        fixture.passesMessaging(other);
        fixture.advance(Duration.ofHours(24));
        fixture.buys(contoso, "SILVER").statusCode(201);
        var member = fixture.now();
        fixture.advance(Duration.ofHours(1));
        zoe.leaves();
        var status = statuses(contoso, "");
        var past = statuses(contoso, "?asOf=" + member);
        var achievements = achievements(contoso);

        zoe.isErased();

        assertThat(statuses(contoso, "")).isEqualTo(status);
        assertThat(statuses(contoso, "?asOf=" + member)).isEqualTo(past);
        assertThat(achievements(contoso)).isEqualTo(achievements);
        fixture.openAlerts(contoso)
                .body("items[0].people.displayName", contains("Erased user"))
                .body("items[0].people.userId", contains(zoe.employee.id()));
        fixture.get(contoso.path("/competencies/messaging?asOf=" + member))
                .body(containsString("Erased user"))
                .body(not(containsString(zoe.mark)));
        fixture.get(contoso.path("/skills-report"))
                .body(containsString("Erased user"))
                .body(not(containsString(zoe.mark)));
    }

    private String statuses(Partner partner, String query) {
        return fixture.get(partner.path("/competencies" + query))
                .statusCode(200)
                .extract()
                .path("items.levels")
                .toString();
    }

    private String achievements(Partner partner) {
        return fixture.get(partner.path("/achievements"))
                .statusCode(200)
                .extract()
                .path("items")
                .toString();
    }

    @Test
    void an_account_that_somebody_else_has_now_goes_on() {
        var zoe = new Person(fixture.partner());
        fixture.link(zoe.employee, "LEARN").statusCode(201);
        fixture.passesMessaging(zoe.employee);
        fixture.lapse(Duration.ofDays(31));
        var fabrikam = fixture.partner();
        var taker = fixture.employee(fabrikam, zoe.account);
        fixture.link(taker, "LEARN").statusCode(201);
        zoe.leaves();
        zoe.isErased();

        fixture.get(zoe.employee.path("/microsoft-accounts?includeEnded=true")).body("items.account", contains(MARKER));
        fixture.get(taker.path("/microsoft-accounts")).body("items.account", contains(zoe.account));
        fixture.get(taker.path("/achievements")).body("totalCount", is(2));
        fixture.get(zoe.partner.path("/audit-records")).body(not(containsString(zoe.account)));
        fixture.get(fabrikam.path("/audit-records")).body(containsString(zoe.account));
    }

    @Test
    void nobody_can_take_an_account_from_its_former_owner_by_an_erasure() {
        var owner = fixture.linkedEmployee(fixture.partner());
        fixture.passesMessaging(owner);
        fixture.lapse(Duration.ofDays(31));
        var zoe = new Person(fixture.partner());
        fixture.link(zoe.employee, owner.account(), "LEARN").statusCode(201);
        zoe.leaves();
        zoe.isErased();
        fixture.lapse(Duration.ofDays(31));

        fixture.link(owner, "LEARN").statusCode(201);
        fixture.get("/v1/achievements?account=" + owner.account()).body("totalCount", is(2));
    }

    @Test
    void the_address_reported_again_is_a_new_account() {
        var zoe = new Person(fixture.partner());
        fixture.link(zoe.employee, "LEARN").statusCode(201);
        fixture.passesMessaging(zoe.employee);
        zoe.leaves();
        zoe.isErased();

        fixture.get("/v1/achievements?account=" + zoe.account).body("totalCount", is(0));
        fixture.passesNow(zoe.employee, "70-346");
        fixture.get("/v1/achievements?account=" + zoe.account).body("totalCount", is(1));
    }

    @Test
    void the_audit_says_that_and_no_longer_whom() {
        var contoso = fixture.partner();
        var zoe = new Person(contoso);
        zoe.as()
                .body(Map.of("account", zoe.account, "kind", "LEARN"))
                .post(zoe.employee.path("/microsoft-accounts"))
                .then()
                .statusCode(201);
        zoe.leaves();
        zoe.isErased();
        zoe.isErased();

        fixture.get(contoso.path("/audit-records?userId=" + zoe.employee.id()))
                .body("items.operationType", contains("ERASE", "DELETE", "UNLINK", "LINK", "CHANGE_PASSWORD", "CREATE"))
                .body("items[0].userPrincipalName", is("admin"))
                .body("items[3].userPrincipalName", is(MARKER))
                .body("items[3].userId", is(zoe.employee.id()))
                .body("items[3].newValue.account", is(MARKER))
                .body("items[3].newValue.kind", is("LEARN"))
                .body("items[5].newValue.email", is(MARKER))
                .body("items[5].newValue.roles", contains("user"));
    }

    @Test
    void who_is_still_here_is_not_erased() {
        var zoe = new Person(fixture.partner());
        admin().delete(zoe.employee.path("/personal-data"))
                .then()
                .statusCode(422)
                .body("code", is("invalid"))
                .body("detail", containsString("remove the user first"));
        fixture.get(zoe.employee.path("")).body("lastName", is("Last" + zoe.mark));
        for (var unknown : List.of(
                new Employee(zoe.partner, UUID.randomUUID().toString(), ""),
                new Employee(fixture.partner(), zoe.employee.id(), ""),
                new Employee(new Partner(UUID.randomUUID().toString()), zoe.employee.id(), ""))) {
            admin().delete(unknown.path("/personal-data")).then().statusCode(404);
        }
    }

    @Test
    void a_call_repeated_after_the_erasure_does_not_create_the_person_anew() {
        var contoso = fixture.partner();
        var body = Map.of("firstName", "A", "lastName", "B", "displayName", "C", "email", "zq-again@contoso.example");
        var key = UUID.randomUUID().toString();
        String id = admin().header("Idempotency-Key", key)
                .body(body)
                .post(contoso.path("/users"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var employee = new Employee(contoso, id, "");
        fixture.leaves(employee);
        admin().delete(employee.path("/personal-data")).then().statusCode(204);

        admin().header("Idempotency-Key", key)
                .body(body)
                .post(contoso.path("/users"))
                .then()
                .statusCode(201)
                .header("Location", containsString(id))
                .body(is(""));
        fixture.get(contoso.path("/users")).body("totalCount", is(1));
    }

    @Test
    void reports_for_the_address_that_arrive_meanwhile_are_all_taken() throws Exception {
        for (int round = 0; round < 5; round++) {
            var zoe = new Person(fixture.partner());
            fixture.link(zoe.employee, "LEARN").statusCode(201);
            zoe.leaves();
            var calls = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                var at = fixture.now().minusSeconds(i + 1);
                calls.add(() -> fixture.passes(zoe.account, "EXAM", "70-347", at)
                        .extract()
                        .statusCode());
            }
            calls.add(
                    4,
                    () -> admin().delete(zoe.employee.path("/personal-data"))
                            .then()
                            .extract()
                            .statusCode());
            assertThat(Together.all(calls)).containsOnly(201, 204);
        }
    }
}
