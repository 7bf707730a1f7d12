package io.partnercompetencies.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.Callers;
import io.partnercompetencies.Callers.Caller;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Status and reports of a partner at risk, with people and without. */
@QuarkusTest
class ReportViewerTest {

    private static final List<String> REPORTS =
            List.of("/competencies", "/competencies/messaging", "/alerts", "/skills-report", "/eligibility");

    @Inject
    PartnerFixture partners;

    @Inject
    Callers callers;

    private Partner contoso;
    private Employee[] employees;

    @BeforeEach
    void a_partner_whose_renewal_is_at_risk() {
        contoso = partners.partner();
        employees = partners.silverMember(contoso);
        partners.leaves(employees[1]);
    }

    @Test
    void a_report_viewer_sees_counts_and_nobody() {
        var viewer = callers.signedIn(contoso, "report-viewer");
        for (var report : REPORTS) {
            assertThat(people(read(viewer, report))).as(report).isEmpty();
        }
        assertThat(read(viewer, "/alerts")).contains("USER_LEFT");
        assertThat(read(viewer, "/competencies/messaging")).contains("\"counted\":1");
        assertThat(read(viewer, "/skills-report")).contains("\"70-347\"", "\"totalCount\":4");
    }

    @Test
    void an_executive_report_viewer_sees_who_it_is_about() {
        var viewer = callers.signedIn(contoso, "executive-report-viewer");
        assertThat(people(read(viewer, "/competencies/messaging"))).contains(employees[0].id());
        assertThat(people(read(viewer, "/alerts"))).contains(employees[1].id());
        assertThat(people(read(viewer, "/skills-report"))).contains(employees[0].id(), employees[1].id());
    }

    @Test
    void what_the_programme_wrote_about_an_override_is_for_those_who_see_people() {
        PartnerFixture.admin()
                .body(Map.of("competencyId", "messaging", "level", "GOLD", "reason", "Ana's exam got lost."))
                .post(contoso.path("/overrides"))
                .then()
                .statusCode(201);
        assertThat(read(callers.signedIn(contoso, "report-viewer"), "/competencies/messaging"))
                .contains("\"by\":\"OVERRIDE\"")
                .doesNotContain("Ana's exam");
        assertThat(read(callers.signedIn(contoso, "executive-report-viewer"), "/competencies/messaging"))
                .contains("Ana's exam got lost.");
    }

    @Test
    void a_copy_kept_by_one_of_them_is_not_confirmed_to_the_other() {
        var executive = callers.signedIn(contoso, "executive-report-viewer");
        var viewer = callers.signedIn(contoso, "report-viewer");
        var tag = executive.as().get(contoso.path("/competencies/messaging")).header("ETag");
        viewer.as()
                .header("If-None-Match", tag)
                .get(contoso.path("/competencies/messaging"))
                .then()
                .statusCode(200);
    }

    private String read(Caller caller, String report) {
        return caller.as()
                .get(contoso.path(report))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The ids of the employees that a text names, and their names where it names those. */
    private List<String> people(String text) {
        return Arrays.stream(employees)
                .flatMap(employee -> List.of(employee.id(), name(employee), employee.account()).stream())
                .filter(text::contains)
                .toList();
    }

    private String name(Employee employee) {
        return partners.get(employee.path("")).extract().path("displayName");
    }
}
