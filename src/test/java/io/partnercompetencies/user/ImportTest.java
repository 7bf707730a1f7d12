package io.partnercompetencies.user;

import static io.partnercompetencies.user.ImportFixture.accepted;
import static io.partnercompetencies.user.ImportFixture.column;
import static io.partnercompetencies.user.ImportFixture.file;
import static io.partnercompetencies.user.ImportFixture.log;
import static io.partnercompetencies.user.ImportFixture.row;
import static io.partnercompetencies.user.ImportFixture.send;
import static io.partnercompetencies.user.ImportFixture.state;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of employees, and what becomes of each of its rows. */
@QuarkusTest
class ImportTest {

    @Inject
    PartnerFixture partners;

    @Inject
    ImportFixture imports;

    @Inject
    Callers callers;

    private Partner contoso;

    @BeforeEach
    void a_partner() {
        contoso = partners.partner();
    }

    @Test
    void a_file_is_accepted_and_its_progress_can_be_followed() {
        var accepted = send(contoso, file(row("ana"), row("bo")))
                .statusCode(202)
                .body("status", is("RUNNING"))
                .body("totalRows", is(2))
                .body("processedRows", is(0))
                .body("startedAt", is(partners.now().toString()))
                .body("finishedAt", nullValue())
                .extract();
        var address = accepted.header("Location");
        assertThat(address).isEqualTo(contoso.path("/user-imports/" + accepted.path("id")));

        imports.runAll();

        ImportFixture.admin()
                .get(address)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", is("FINISHED"))
                .body("processedRows", is(2))
                .body("createdRows", is(2))
                .body("failedRows", is(0))
                .body("finishedAt", is(partners.now().toString()));
        partners.get(contoso.path("/users"))
                .body("totalCount", is(2))
                .body("items.find { it.firstName == 'ana' }.email", is("ana@contoso.example"))
                .body("items.find { it.firstName == 'ana' }.roles", contains("user"));
    }

    @Test
    void of_500_rows_with_20_faulty_ones_480_are_created_and_20_explained() {
        var address = imports.imported(
                contoso, file(500, i -> i % 25 == 0 ? "Ana,,Ana,ana%d@contoso.example,".formatted(i) : row("n" + i)));

        assertThat(state(address))
                .containsEntry("status", "FINISHED_WITH_ERRORS")
                .containsEntry("totalRows", 500)
                .containsEntry("processedRows", 500)
                .containsEntry("createdRows", 480)
                .containsEntry("failedRows", 20);
        var log = log(address);
        assertThat(log).hasSize(500);
        assertThat(log.get(24))
                .containsEntry("row", "25")
                .containsEntry("email", "ana25@contoso.example")
                .containsEntry("status", "FAILED")
                .containsEntry("userName", "")
                .containsEntry("error", "lastName: is missing.");
        partners.get(contoso.path("/users")).body("totalCount", is(480));
    }

    @Test
    void who_is_created_signs_in_with_what_the_log_says_and_links_an_account() {
        var logged = log(imports.imported(contoso, file(row("ana")))).get(0);
        String id = partners.get(contoso.path("/users")).extract().path("items[0].id");
        var temporary = new Caller(logged.get("userName"), logged.get("temporaryPassword"), id, contoso);
        temporary.as().get("/v1/me").then().statusCode(403).body("code", is("password-change-required"));

        var ana = Callers.chosen(temporary, "a password of my own");
        ana.as().get("/v1/me").then().statusCode(200).body("user.email", is("ana@contoso.example"));
        ana.as()
                .body(Map.of("account", PartnerFixture.newAccount(), "kind", "LEARN"))
                .post(contoso.path("/users/" + id + "/microsoft-accounts"))
                .then()
                .statusCode(201);
    }

    @Test
    void what_an_import_does_is_recorded_as_its_importer_s() {
        var admin = callers.signedIn(contoso, "account-admin");
        String address = send(admin.as(), contoso, file(row("ana"), row("bo")).getBytes(UTF_8))
                .statusCode(202)
                .extract()
                .header("Location");
        imports.runAll();

        assertThat(state(address)).containsEntry("createdRows", 2);
        partners.get(contoso.path("/audit-records?size=3"))
                .body("items.operationType", contains("CREATE", "CREATE", "IMPORT"))
                .body("items.resourceType", contains("USER", "USER", "USER_IMPORT"))
                .body("items.userPrincipalName", everyItem(is(admin.userName())))
                .body("items.userId", everyItem(is(admin.userId())))
                .body("items.requestId", everyItem(notNullValue()))
                .body("items[2].newValue.totalRows", is(2));
    }

    @Test
    void who_loses_the_right_in_the_meantime_creates_nobody() {
        var admin = callers.signedIn(contoso, "account-admin");
        String address = send(
                        admin.as(),
                        contoso,
                        file(row("ana") + "account-admin", row("bo")).getBytes(UTF_8))
                .statusCode(202)
                .extract()
                .header("Location");
        PartnerFixture.admin()
                .body(Map.of("roles", List.of("user-management-admin")))
                .patch(contoso.path("/users/" + admin.userId()))
                .then()
                .statusCode(200);
        imports.runAll();

        var log = log(address);
        assertThat(column(log, "status")).containsExactly("FAILED", "CREATED");
        assertThat(log.get(0).get("error")).contains("may not create this user any more");
    }

    @Test
    void the_same_file_twice_creates_nobody_twice() {
        var file = file(row("ana"), row("bo"));
        imports.imported(contoso, file);
        var again = imports.imported(contoso, file.replace("ana@", "ANA@"));

        assertThat(state(again))
                .containsEntry("status", "FINISHED")
                .containsEntry("createdRows", 0)
                .containsEntry("failedRows", 0)
                .containsEntry("processedRows", 2);
        assertThat(log(again))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("status", "EXISTS")
                        .containsEntry("userName", "")
                        .containsEntry("temporaryPassword", ""));
        partners.get(contoso.path("/users")).body("totalCount", is(2));
    }

    @Test
    void of_two_rows_with_one_address_the_first_counts() {
        var address = imports.imported(
                contoso,
                file(row("ana"), "Anna,Contoso,Anna,ANA@contoso.example,", "bad,,bad,bo@contoso.example,", row("bo")));
        assertThat(column(log(address), "status")).containsExactly("CREATED", "EXISTS", "FAILED", "CREATED");
        partners.get(contoso.path("/users")).body("items.firstName", containsInAnyOrder("ana", "bo"));
    }

    @Test
    void of_many_rows_with_one_address_that_are_processed_at_once_the_first_counts() {
        var log = log(
                imports.imported(contoso, file(40, row -> "Name%d,Contoso,Name,same@contoso.example,".formatted(row))));
        assertThat(column(log, "status").subList(1, 40)).containsOnly("EXISTS");
        assertThat(log.get(0)).containsEntry("status", "CREATED");
        partners.get(contoso.path("/users")).body("items.firstName", contains("Name1"));
    }

    @Test
    void a_colleague_with_the_address_in_another_organisation_is_no_obstacle() {
        imports.imported(partners.partner(), file(row("ana")));
        assertThat(column(log(imports.imported(contoso, file(row("ana")))), "status"))
                .containsExactly("CREATED");
    }

    @Test
    void a_row_says_by_column_what_is_wrong_with_it() {
        var log = log(imports.imported(
                contoso,
                file(
                        "Ana,Torres,Ana,not an address,",
                        ",Torres,Ana,a1@contoso.example,",
                        "Ana,Torres,%s,a2@contoso.example,".formatted("x".repeat(201)),
                        "Ana,Torres,Ana,a3@contoso.example,boss",
                        "Ana,Torres,Ana,a4@contoso.example,programme-admin",
                        "Ana,Torres,Ana,a5@contoso.example",
                        "Ana,Torres,%s,a6@contoso.example,".formatted("x".repeat(1 << 20)),
                        "Ana,Torres,Ana,a7@contoso.example,report-viewer  account-admin")));
        var errors = column(log, "error");
        assertThat(errors.get(0)).contains("email: must be an e-mail address");
        assertThat(errors.get(1)).isEqualTo("firstName: is missing.");
        assertThat(errors.get(2)).contains("displayName: must be 1 to 200 characters");
        assertThat(errors.get(3)).contains("roles: 'boss' is not a role");
        assertThat(errors.get(4)).contains("roles: 'programme-admin' is not a role");
        assertThat(errors.get(5)).contains("4 cells");
        assertThat(errors.get(6)).contains("displayName: must be");
        assertThat(column(log, "status").subList(0, 7)).containsOnly("FAILED");
        assertThat(log.get(7)).containsEntry("status", "CREATED");
        partners.get(contoso.path("/users"))
                .body("totalCount", is(1))
                .body("items[0].roles", contains("account-admin", "report-viewer", "user"));
    }

    @Test
    void nobody_gives_by_a_file_what_the_own_role_may_not_give() {
        var manager = callers.signedIn(contoso, "user-management-admin");
        var address = send(
                        manager.as(),
                        contoso,
                        file("Ana,Torres,Ana,a1@contoso.example,report-viewer", row("bo"))
                                .getBytes(UTF_8))
                .statusCode(202)
                .extract()
                .header("Location");
        imports.runAll();
        var log = log(manager.as(), address);
        assertThat(column(log, "status")).containsExactly("FAILED", "CREATED");
        assertThat(log.get(0).get("error")).startsWith("roles: you may not give report-viewer");
    }

    @Test
    void columns_may_stand_in_any_order_and_case_with_semicolons_and_a_byte_order_mark() {
        var address = imports.imported(
                contoso,
                "\uFEFFEMAIL;\"lastname\";Firstname;displayName\r\n\r\n"
                        + "ana@contoso.example;\"Torres; \"\"T\"\"\";Ana;Ana, T\r\n"
                        + " bo@contoso.example ; Lind ;Bo;Bo");
        assertThat(column(log(address), "status")).containsExactly("CREATED", "CREATED");
        partners.get(contoso.path("/users"))
                .body("items.lastName", containsInAnyOrder("Torres; \"T\"", "Lind"))
                .body("items.displayName", containsInAnyOrder("Ana, T", "Bo"))
                .body("items.email", containsInAnyOrder("ana@contoso.example", "bo@contoso.example"));
    }

    @Test
    void a_line_break_within_quotation_marks_is_part_of_the_cell() {
        var log = ImportFixture.admin()
                .get(imports.imported(contoso, file("Ana,\"Tor\nres\",Ana,ana@contoso.example,", row("bo"))) + "/log")
                .asString();
        assertThat(log)
                .contains("1,ana@contoso.example,FAILED,,,\"lastName: must be")
                .contains("2,bo@contoso.example,CREATED");
    }

    @Test
    void a_repeated_call_with_one_key_imports_once_whatever_the_file() {
        var key = UUID.randomUUID().toString();
        var first = send(
                        ImportFixture.admin().header("Idempotency-Key", key),
                        contoso,
                        file(row("ana")).getBytes())
                .statusCode(202)
                .extract();
        send(
                        ImportFixture.admin().header("Idempotency-Key", key),
                        contoso,
                        file(row("bo")).getBytes())
                .statusCode(202)
                .header("Location", equalTo(first.header("Location")))
                .body("id", equalTo(first.path("id")));
        send(ImportFixture.admin().header("Idempotency-Key", key), contoso, "no file".getBytes(UTF_8))
                .statusCode(202)
                .body("id", equalTo(first.path("id")));
        imports.runAll();
        partners.get(contoso.path("/users")).body("items.firstName", contains("ana"));
        assertThat(Sql.number("select count(*) from user_import where organization_id = ?::uuid", contoso.id()))
                .isEqualTo(1);
    }

    @Test
    void another_organisations_import_is_not_there() {
        var address = accepted(contoso, file(row("ana")));
        var elsewhere = address.replace(contoso.id(), partners.partner().id());
        for (var path : new String[] {elsewhere, elsewhere + "/log"}) {
            ImportFixture.admin().get(path).then().statusCode(404).body("code", is("not-found"));
        }
        send(new Partner(UUID.randomUUID().toString()), file(row("ana"))).statusCode(404);
    }

    @Test
    void what_is_processed_leaves_no_name_in_the_rows() {
        var address = imports.imported(contoso, file(row("ana"), "x,,y,bad@contoso.example,"));
        assertThat(Sql.number(
                        "select count(*) from user_import_row where import_id = ?::uuid"
                                + " and (first_name is not null or last_name is not null or display_name is not null)",
                        address.substring(address.lastIndexOf('/') + 1)))
                .isZero();
    }
}
