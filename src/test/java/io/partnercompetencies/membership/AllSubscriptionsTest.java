package io.partnercompetencies.membership;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.Callers;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The operator's view of the terms of all organisations. */
@QuarkusTest
class AllSubscriptionsTest {

    private static final String ALL = "/v1/subscriptions";

    @Inject
    PartnerFixture fixture;

    @Inject
    Callers callers;

    @Test
    void a_term_says_whose_it_is() {
        var contoso = fixture.partner();
        fixture.messagingGold(contoso);
        fixture.buys(contoso, "SILVER").statusCode(201);
        fixture.lapse(Duration.ofDays(40));
        fixture.buys(contoso, "GOLD").statusCode(201);
        var company = fixture.get(contoso.path("")).extract();

        var terms = of(contoso, list(ALL));
        assertThat(terms)
                .hasSize(2)
                .allSatisfy(term -> assertThat(term)
                        .containsEntry("organizationName", company.path("name"))
                        .containsEntry("mpnId", company.path("mpnId"))
                        .containsEntry("atRisk", false));
        assertThat(terms.get(0))
                .containsEntry("level", "SILVER")
                .containsEntry("status", "UPGRADED")
                .containsEntry("startsOn", today().minusDays(40).toString())
                .containsEntry("endedOn", today().toString());
        assertThat(terms.get(1))
                .containsEntry("level", "GOLD")
                .containsEntry("status", "ACTIVE")
                .containsEntry("expiresOn", today().plusYears(1).toString())
                .doesNotContainKey("endedOn");
    }

    @Test
    void the_dates_decide_before_any_pass_has_looked() {
        var contoso = fixture.partner();
        fixture.leaves(fixture.silverMember(contoso)[0]);
        var anniversary = LocalDate.parse(
                fixture.get(contoso.path("/membership")).extract().path("expiresOn"));

        lapseTo(anniversary);
        shows(contoso, "ACTIVE", null, true);
        lapseTo(anniversary.plusDays(1));
        shows(contoso, "GRACE", null, true);
        lapseTo(anniversary.plusDays(30));
        shows(contoso, "GRACE", null, true);
        lapseTo(anniversary.plusDays(31));
        shows(contoso, "EXPIRED", anniversary.plusDays(31), false);
        fixture.sync();
        shows(contoso, "EXPIRED", anniversary.plusDays(31), false);
    }

    /** Found by its status and by its risk, and by no other. */
    private void shows(Partner partner, String status, LocalDate endedOn, boolean atRisk) {
        for (var asked : SubscriptionStatus.values()) {
            assertThat(of(partner, list(ALL + "?status=" + asked)))
                    .as(status + " as " + asked)
                    .hasSize(asked.name().equals(status) ? 1 : 0);
        }
        assertThat(of(partner, list(ALL + "?atRisk=" + !atRisk))).isEmpty();
        var shown = of(partner, list(ALL + "?atRisk=" + atRisk));
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0)).containsEntry("status", status).containsEntry("atRisk", atRisk);
        assertThat(shown.get(0).get("endedOn")).isEqualTo(endedOn == null ? null : endedOn.toString());
        fixture.get(partner.path("/membership")).body("status", is(status)).body("atRisk", is(atRisk));
    }

    @Test
    void the_bound_of_the_anniversary_is_exclusive() {
        var contoso = fixture.partner();
        fixture.silverMember(contoso);
        var anniversary = today().plusYears(1);
        assertThat(of(contoso, list(ALL + "?expiresBefore=" + anniversary))).isEmpty();
        assertThat(of(contoso, list(ALL + "?expiresBefore=" + anniversary.plusDays(1))))
                .hasSize(1);
    }

    @Test
    void filters_find_what_the_answers_say() {
        everyKindOfTerm();
        var all = list(ALL);
        for (var status : optional(SubscriptionStatus.values())) {
            for (var level : List.of("", "SILVER", "GOLD")) {
                for (var atRisk : List.of("", "true", "false")) {
                    for (var before : List.of(
                            "", today().toString(), today().plusDays(300).toString())) {
                        var asked = query(status, level, atRisk, before);
                        assertThat(list(ALL + asked))
                                .as(asked)
                                .isEqualTo(all.stream()
                                        .filter(term -> fits(status, term.get("status")))
                                        .filter(term -> fits(level, term.get("level")))
                                        .filter(term -> fits(atRisk, term.get("atRisk")))
                                        .filter(term -> before.isEmpty()
                                                || term.get("expiresOn")
                                                                .toString()
                                                                .compareTo(before)
                                                        < 0)
                                        .toList());
                    }
                }
            }
        }
        assertThat(all.stream().map(term -> term.get("status")).collect(Collectors.toSet()))
                .contains("ACTIVE", "GRACE", "EXPIRED", "UPGRADED");
        assertThat(all.stream().map(term -> term.get("atRisk")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(true, false);
    }

    private void everyKindOfTerm() {
        var upgraded = fixture.partner();
        fixture.messagingGold(upgraded);
        fixture.buys(upgraded, "SILVER").statusCode(201);
        fixture.buys(upgraded, "GOLD").statusCode(201);
        fixture.lapse(Duration.ofDays(30));
        fixture.leaves(fixture.silverMember(fixture.partner())[0]);
        fixture.lapse(Duration.ofDays(10));
        fixture.silverMember(fixture.partner());
        fixture.lapse(Duration.ofDays(360));
        fixture.leaves(fixture.silverMember(fixture.partner())[0]);
    }

    @Test
    void a_page_leads_to_the_next_with_the_same_filters() {
        fixture.silverMember(fixture.partner());
        fixture.silverMember(fixture.partner());
        var first = fixture.get(ALL + "?level=SILVER&status=ACTIVE&atRisk=false&size=1")
                .statusCode(200)
                .body("links.next.uri", startsWith("/v1/subscriptions?atRisk=false&cursor="));
        String next = first.extract().path("links.next.uri");
        assertThat(next).contains("level=SILVER", "status=ACTIVE", "size=1");
        var ids = new ArrayList<String>();
        for (var page = ALL + "?size=3"; page != null; ) {
            var answer = fixture.get(page).statusCode(200).extract();
            ids.addAll(answer.<List<String>>path("items.id"));
            page = answer.path("links.next.uri");
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        fixture.get(ALL).body("totalCount", is(ids.size()));
    }

    @Test
    void a_value_that_cannot_be_is_refused_with_its_name() {
        for (var wrong : List.of(
                "expiresBefore=soon",
                "expiresBefore=%2B10000-01-01",
                "expiresBefore=",
                "level=silver",
                "status=NONE",
                "status=",
                "atRisk=yes",
                "atRisk=TRUE",
                "cursor=x",
                "size=0")) {
            fixture.get(ALL + "?" + wrong)
                    .statusCode(400)
                    .body("code", is("invalid-parameter"))
                    .body("errors.pointer", contains(wrong.substring(0, wrong.indexOf('='))));
        }
    }

    @Test
    void no_partner_sees_the_others() {
        var global = callers.signedIn(fixture.partner(), "global-admin");
        global.as().get(ALL).then().statusCode(403);
    }

    /** All pages as one, and as many as is said. */
    private List<Map<String, Object>> list(String path) {
        var found = new ArrayList<Map<String, Object>>();
        var counts = new HashSet<Integer>();
        for (var page = path + (path.contains("?") ? "&size=200" : "?size=200"); page != null; ) {
            var answer = admin().get(page).then().statusCode(200).extract();
            found.addAll(answer.<List<Map<String, Object>>>path("items"));
            counts.add(answer.path("totalCount"));
            page = answer.path("links.next.uri");
        }
        assertThat(counts).as(path).isEqualTo(Set.of(found.size()));
        return found;
    }

    private static List<Map<String, Object>> of(Partner partner, List<Map<String, Object>> terms) {
        return terms.stream()
                .filter(term -> term.get("organizationId").equals(partner.id()))
                .toList();
    }

    private static List<String> optional(SubscriptionStatus... values) {
        var names = new ArrayList<>(List.of(""));
        Arrays.stream(values).map(Enum::name).forEach(names::add);
        return names;
    }

    private static boolean fits(String asked, Object shown) {
        return asked.isEmpty() || asked.equals(shown.toString());
    }

    private static String query(String status, String level, String atRisk, String before) {
        var pairs =
                List.of("status=" + status, "level=" + level, "atRisk=" + atRisk, "expiresBefore=" + before).stream()
                        .filter(pair -> !pair.endsWith("="))
                        .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    private void lapseTo(LocalDate day) {
        fixture.lapse(
                Duration.between(fixture.now(), day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(fixture.now(), ZoneOffset.UTC);
    }
}
