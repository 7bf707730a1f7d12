package io.partnercompetencies.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.PartnerFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an organisation sees of its employees' achievements. */
@QuarkusTest
class AchievementListTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void the_list_can_be_narrowed() {
        var contoso = fixture.partner();
        var first = fixture.linkedEmployee(contoso);
        var second = fixture.linkedEmployee(contoso);
        fixture.passesNow(first, "70-347");
        fixture.passesNow(second, "70-347");
        fixture.advance(Duration.ofHours(24));
        fixture.passesNow(second, "70-345");

        ids(contoso, "?userId=" + first.id(), 1);
        ids(contoso, "?userId=" + second.id(), 2);
        ids(contoso, "?status=PENDING", 1);
        ids(contoso, "?status=COUNTED", 2);
        ids(contoso, "?credential=70-347", 2);
        ids(contoso, "?credential=70-347&status=COUNTED&userId=" + second.id(), 1);
        ids(contoso, "?userId=" + UUID.randomUUID(), 0);
        fixture.get(first.path("/achievements")).body("items.userId", contains(first.id()));
        for (var wrong : List.of("status=LOST", "userId=me", "size=0", "size=201", "cursor=%00")) {
            fixture.get(contoso.path("/achievements?" + wrong)).statusCode(400).body("code", is("invalid-parameter"));
        }
    }

    @Test
    void pages_of_one_show_every_row_once() {
        var contoso = fixture.partner();
        for (int i = 0; i < 3; i++) {
            var employee = fixture.linkedEmployee(contoso);
            fixture.passesNow(employee, "70-347");
            fixture.passesNow(employee, "70-345");
        }
        List<String> all = fixture.get(contoso.path("/achievements")).extract().path("items.id");
        var paged = new ArrayList<String>();
        var next = contoso.path("/achievements?size=1");
        while (next != null && paged.size() < 10) {
            var page = fixture.get(next)
                    .statusCode(200)
                    .body("totalCount", is(6))
                    .extract()
                    .jsonPath();
            paged.addAll(page.getList("items.id"));
            next = page.getString("links.next.uri");
        }
        assertThat(paged).hasSize(6).isEqualTo(all);
    }

    @Test
    void an_association_brings_what_its_kind_brings() {
        var contoso = fixture.partner();
        var employee = fixture.employee(contoso);
        fixture.link(employee, "PARTNER_UNIVERSITY").statusCode(201);
        fixture.passesNow(employee, "70-347");
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.statuses(contoso)).containsExactly("NOT_ACCEPTED");

        fixture.link(employee, "LEARN").statusCode(201);
        assertThat(fixture.statuses(contoso)).containsExactly("PENDING");
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.statuses(contoso)).containsExactly("COUNTED");
    }

    @Test
    void the_first_status_that_fits_is_shown() {
        var contoso = fixture.partner();
        var employee = fixture.employee(contoso);
        var association = fixture.association(employee, "LEARN");
        var expiresAt = fixture.now().plus(Duration.ofHours(30)).toString();
        var ids = new ArrayList<String>();
        for (var credential : List.of("70-345", "70-346", "unknown")) {
            ids.add(fixture.report(Map.of(
                            "account",
                            employee.account(),
                            "type",
                            "EXAM",
                            "credential",
                            credential,
                            "achievedAt",
                            fixture.now().toString(),
                            "expiresAt",
                            expiresAt))
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        fixture.revokes(ids.get(0));
        assertThat(fixture.statuses(contoso)).containsExactly("REVOKED", "PENDING", "NOT_ACCEPTED");
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.statuses(contoso)).containsExactly("REVOKED", "COUNTED", "NOT_ACCEPTED");
        fixture.advance(Duration.ofHours(6));
        assertThat(fixture.statuses(contoso)).containsExactly("REVOKED", "EXPIRED", "EXPIRED");
        fixture.unlink(employee, association).statusCode(204);
        assertThat(fixture.statuses(contoso)).containsExactly("ENDED", "ENDED", "ENDED");
        fixture.get(contoso.path("/achievements?status=ENDED")).body("items.id", containsInAnyOrder(ids.toArray()));
    }

    @Test
    void titles_come_in_the_asked_language() {
        var contoso = fixture.partner();
        fixture.passesNow(fixture.linkedEmployee(contoso), "70-347");
        PartnerFixture.admin()
                .header("Accept-Language", "fr-CA, en;q=0.5")
                .get(contoso.path("/achievements"))
                .then()
                .header("Content-Language", "fr")
                .body("items.title", contains("Activation des services Office 365"));
    }

    private void ids(PartnerFixture.Partner partner, String query, int expected) {
        fixture.get(partner.path("/achievements" + query)).statusCode(200).body("totalCount", is(expected));
    }
}
