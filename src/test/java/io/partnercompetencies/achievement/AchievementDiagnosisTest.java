package io.partnercompetencies.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Messages;
import io.partnercompetencies.rules.Finding;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why an achievement counts, or does not, and what to do about it. */
@QuarkusTest
class AchievementDiagnosisTest {

    private static final Duration MONTH = Duration.ofDays(31);

    /** The competencies that ask for 70-347, in the order of the catalogue. */
    private static final String[] NAMING_70_347 = {
        "messaging",
        "cloud-productivity",
        "collaboration-and-content",
        "small-and-midmarket-cloud-solutions",
        "windows-and-devices"
    };

    @Inject
    PartnerFixture fixture;

    @Inject
    Messages messages;

    @Test
    void from_the_report_to_the_end_of_its_validity() {
        var ada = fixture.linkedEmployee(fixture.partner());
        var now = fixture.now();
        var expiresAt = now.plus(Duration.ofHours(48));
        String exam = reported(ada, "EXAM", "70-347", expiresAt);
        var countsFrom = now.plus(Duration.ofHours(24));

        diagnosis(ada, exam)
                .statusCode(200)
                .header("Content-Language", "en")
                .body("achievementId", is(exam))
                .body("status", is("PENDING"))
                .body("causes.code", contains("PENDING_UNTIL"))
                .body("causes[0].at", is(countsFrom.toString()))
                .body(
                        "causes[0].message",
                        is("It waits until " + spelled(countsFrom) + " and counts at the first run after that."))
                .body("serves", contains(NAMING_70_347));

        fixture.lapse(Duration.ofHours(24));
        diagnosis(ada, exam)
                .body("status", is("PENDING"))
                .body("causes.code", contains("PENDING_UNTIL"))
                .body("causes[0].at", nullValue())
                .body("causes[0].message", is("Its wait is over; it counts at the next run."));

        fixture.sync();
        diagnosis(ada, exam)
                .body("status", is("COUNTED"))
                .body("causes.code", contains("COUNTED"))
                .body("causes[0].at", is(countsFrom.toString()))
                .body("causes[0].message", is("It has counted since " + spelled(countsFrom) + "."))
                .body("serves", contains(NAMING_70_347));

        fixture.advance(Duration.ofHours(24));
        diagnosis(ada, exam)
                .body("status", is("EXPIRED"))
                .body("causes.code", contains("EXPIRED"))
                .body("causes[0].at", is(expiresAt.toString()))
                .body("serves", empty());
    }

    @Test
    void what_expires_before_it_would_count_is_told_at_once() {
        var ada = fixture.linkedEmployee(fixture.partner());
        var exam = reported(ada, "EXAM", "70-347", fixture.now().plus(Duration.ofHours(1)));

        diagnosis(ada, exam)
                .body("status", is("PENDING"))
                .body("causes.code", contains("PENDING_UNTIL"))
                .body(
                        "causes[0].message",
                        is("It would count from " + spelled(fixture.now().plus(Duration.ofHours(24)))
                                + ", but expires or is no longer accepted by then."))
                .body("serves", empty());
    }

    @Test
    void what_is_linked_for_the_other_kind_names_the_kind_to_link() {
        var ada = fixture.employee(fixture.partner());
        fixture.link(ada, "PARTNER_UNIVERSITY").statusCode(201);
        var exam = fixture.passesNow(ada, "70-347");
        diagnosis(ada, exam)
                .body("status", is("NOT_ACCEPTED"))
                .body("causes.code", contains("WRONG_KIND"))
                .body("causes[0].at", nullValue())
                .body(
                        "causes[0].action",
                        is("The employee links the account for LEARN, too; it then counts after the usual wait."))
                .body("serves", empty());
        fixture.link(ada, "LEARN").statusCode(201);
        diagnosis(ada, exam).body("causes.code", contains("PENDING_UNTIL"));

        var bob = fixture.linkedEmployee(fixture.partner());
        var assessment = reported(bob, "ASSESSMENT", "ta-nobody-knows", null);
        diagnosis(bob, assessment)
                .body("status", is("NOT_ACCEPTED"))
                .body("causes.code", contains("UNKNOWN_CREDENTIAL", "WRONG_KIND"))
                .body("causes[0].message", is("The programme's catalogue has no credential ta-nobody-knows."))
                .body(
                        "causes[1].message",
                        is(
                                "The employee has linked the account for LEARN; such achievements come only through an account "
                                        + "that is linked for PARTNER_UNIVERSITY."));
    }

    @Test
    void what_is_revoked_says_since_when() {
        var ada = fixture.linkedEmployee(fixture.partner());
        var exam = fixture.passesNow(ada, "70-347");
        fixture.revokes(exam);

        diagnosis(ada, exam)
                .body("status", is("REVOKED"))
                .body("causes.code", contains("REVOKED"))
                .body("causes[0].at", is(fixture.now().toString()))
                .body("serves", empty());
    }

    @Test
    void of_an_account_that_moved_away_the_former_organization_learns_no_more_than_that_it_ended() {
        var moved = fixture.linkedEmployee(fixture.partner());
        var exam = fixture.passesNow(moved, "70-347");
        var unlinked = fixture.employee(fixture.partner());
        var association = fixture.association(unlinked, "LEARN");
        var other = fixture.passesNow(unlinked, "70-347");
        fixture.advance(MONTH);
        var taker = fixture.employee(fixture.partner(), moved.account());
        fixture.link(taker, "LEARN").statusCode(201);
        fixture.unlink(unlinked, association).statusCode(204);
        var endedAt = fixture.now();
        fixture.advance(Duration.ofHours(25));
        fixture.revokes(exam);

        var answer = diagnosis(moved, exam)
                .body("status", is("ENDED"))
                .body("causes.code", contains("ASSOCIATION_ENDED"))
                .body("causes[0].at", is(endedAt.toString()))
                .body("serves", empty())
                .extract()
                .asString();
        assertThat(answer)
                .isEqualTo(diagnosis(unlinked, other).extract().asString().replace(other, exam))
                .doesNotContain(taker.id(), taker.partner().id(), moved.account());
        diagnosis(taker, exam).body("causes.code", contains("REVOKED"));
    }

    @Test
    void who_left_takes_everything_along() {
        var ada = fixture.linkedEmployee(fixture.partner());
        var exam = fixture.passesNow(ada, "70-347");
        fixture.leaves(ada);
        var leftAt = fixture.now();
        fixture.advance(Duration.ofHours(30));

        diagnosis(ada, exam)
                .body("status", is("ENDED"))
                .body("causes.code", contains("USER_LEFT"))
                .body("causes[0].at", is(leftAt.toString()))
                .body("causes[0].message", is("The employee left the organization on " + spelled(leftAt) + "."));
    }

    @Test
    void who_unlinked_before_leaving_has_both_causes() {
        var ada = fixture.employee(fixture.partner());
        var association = fixture.association(ada, "LEARN");
        var exam = fixture.passesNow(ada, "70-347");
        fixture.unlink(ada, association).statusCode(204);
        var endedAt = fixture.now();
        fixture.lapse(Duration.ofHours(1));
        fixture.leaves(ada);

        diagnosis(ada, exam)
                .body("causes.code", contains("ASSOCIATION_ENDED", "USER_LEFT"))
                .body("causes.at", contains(endedAt.toString(), fixture.now().toString()));
    }

    @Test
    void it_speaks_the_asked_language() {
        var ada = fixture.linkedEmployee(fixture.partner());
        var exam = fixture.passesNow(ada, "70-347");
        var countsFrom = spelled(fixture.now().plus(Duration.ofHours(24)));

        diagnosis(ada, exam, "it")
                .header("Content-Language", "it")
                .body(
                        "causes[0].message",
                        is("Attende fino al " + countsFrom + " e conta alla prima esecuzione successiva."))
                .body("causes[0].action", is("Non c'\u00e8 nulla da fare."));
        diagnosis(ada, exam, "zh-CN")
                .body(
                        "causes[0].message",
                        is(
                                "\u7b49\u5f85\u81f3 " + countsFrom
                                        + "\uff0c\u5e76\u5728\u6b64\u540e\u7684\u9996\u6b21\u8fd0\u884c\u65f6\u8ba1\u5165\u3002"));
        diagnosis(ada, exam, "ja").body("causes[0].action", is("Nothing needs to be done."));
    }

    @Test
    void every_finding_has_its_sentences_in_every_language_of_messages() {
        for (var finding : Finding.values()) {
            for (var part : List.of("message", "action")) {
                var key = "diagnosis." + finding + "." + part;
                var english = messages.text(Language.EN, key, "AT", "CODE", "KIND", "OTHER");
                for (var language : List.of(Language.ES, Language.IT, Language.PT_BR, Language.ZH_CN)) {
                    var translated = messages.text(language, key, "AT", "CODE", "KIND", "OTHER");
                    assertThat(translated).as(language + " " + key).isNotEqualTo(english);
                    for (var argument : List.of("AT", "CODE", "KIND", "OTHER")) {
                        assertThat(translated.contains(argument))
                                .as(language + " " + key + " names " + argument)
                                .isEqualTo(english.contains(argument));
                    }
                }
            }
        }
    }

    @Test
    void what_the_client_has_is_not_sent_again() {
        var ada = fixture.linkedEmployee(fixture.partner());
        var exam = fixture.passesNow(ada, "70-347");
        var tag = diagnosis(ada, exam).extract().header("ETag");

        var again = PartnerFixture.admin().header("If-None-Match", tag);
        again.get(path(ada, exam)).then().statusCode(304);
        fixture.advance(Duration.ofHours(24));
        again.get(path(ada, exam)).then().statusCode(200);
    }

    @Test
    void whatever_the_user_never_had_is_not_found() {
        var contoso = fixture.partner();
        var ada = fixture.linkedEmployee(contoso);
        var exam = fixture.passesNow(ada, "70-347");
        var colleague = fixture.linkedEmployee(contoso);
        var stranger = fixture.linkedEmployee(fixture.partner());
        var theirs = fixture.passesNow(stranger, "70-347");

        var bodies = List.of(
                        path(ada, theirs),
                        path(colleague, exam),
                        path(ada, UUID.randomUUID().toString()),
                        path(ada, "unknown"),
                        path(new Employee(stranger.partner(), ada.id(), ""), exam),
                        path(new Employee(contoso, UUID.randomUUID().toString(), ""), exam))
                .stream()
                .map(path -> fixture.get(path).statusCode(404).extract().jsonPath())
                .map(problem -> problem.getString("code") + problem.getString("detail"))
                .distinct();
        assertThat(bodies).hasSize(1);
    }

    private String reported(Employee employee, String type, String credential, Instant expiresAt) {
        var report = new HashMap<String, String>(Map.of(
                "account",
                employee.account(),
                "type",
                type,
                "credential",
                credential,
                "achievedAt",
                fixture.now().toString()));
        if (expiresAt != null) {
            report.put("expiresAt", expiresAt.toString());
        }
        return fixture.report(report).statusCode(201).extract().path("id");
    }

    private static String path(Employee employee, String achievement) {
        return employee.path("/achievements/" + achievement + "/diagnosis");
    }

    private ValidatableResponse diagnosis(Employee employee, String achievement) {
        return diagnosis(employee, achievement, "en");
    }

    private ValidatableResponse diagnosis(Employee employee, String achievement, String language) {
        return PartnerFixture.admin()
                .header("Accept-Language", language)
                .get(path(employee, achievement))
                .then();
    }

    private static String spelled(Instant instant) {
        return instant.toString().substring(0, 19).replace('T', ' ') + " UTC";
    }
}
