package io.partnercompetencies.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the operator sees of an organisation's terms is what the organisation sees itself. */
@QuarkusTest
class OperatorAndPartnersTest {

    private static final List<String> OF_A_TERM = List.of("id", "level", "status", "startsOn", "expiresOn");

    @Inject
    PartnerFixture fixture;

    private final List<Partner> partners = new ArrayList<>();
    private final List<Employee> employees = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    /** Passes come when they like, so that the dates are often ahead of what is stored. */
    @Test
    void they_never_disagree_over_a_year_of_random_days() {
        var random = new Random(20261121);
        for (int i = 0; i < 4; i++) {
            var partner = fixture.partner();
            partners.add(partner);
            employees.addAll(List.of(fixture.messagingGold(partner)));
            fixture.buys(partner, "SILVER").statusCode(201);
            fixture.lapse(Duration.ofDays(random.nextInt(9)));
        }
        fixture.buys(partners.get(0), "GOLD").statusCode(201);
        var until = fixture.now().plus(Duration.ofDays(430));
        while (fixture.now().isBefore(until)) {
            something(random);
            compare();
            fixture.lapse(Duration.ofHours(12 + random.nextInt(24 * 24)));
            compare();
        }
        assertThat(seen).contains("ACTIVE", "GRACE", "EXPIRED", "UPGRADED", "at risk");
    }

    private void something(Random random) {
        var partner = partners.get(random.nextInt(partners.size()));
        switch (random.nextInt(5)) {
            case 0, 1 -> fixture.buys(partner, random.nextInt(3) == 0 ? "GOLD" : "SILVER");
            case 2 -> fixture.leaves(employees.remove(random.nextInt(employees.size())));
            case 3 -> {
                var employee = fixture.linkedEmployee(partner);
                fixture.passesMessaging(employee);
                employees.add(employee);
            }
            default -> fixture.sync();
        }
    }

    private void compare() {
        var all = all();
        for (var partner : partners) {
            var operators = all.stream()
                    .filter(term -> term.get("organizationId").equals(partner.id()))
                    .sorted(Comparator.comparing(
                                    (Map<String, Object> term) -> term.get("id").toString())
                            .reversed())
                    .toList();
            List<Map<String, Object>> own =
                    fixture.get(partner.path("/subscriptions")).extract().path("items");
            assertThat(only(operators)).as("%s at %s", partner, fixture.now()).isEqualTo(only(own));
            compareNewest(partner, operators);
            operators.forEach(term -> seen.add(term.get("status").toString()));
        }
    }

    private void compareNewest(Partner partner, List<Map<String, Object>> operators) {
        var membership = fixture.get(partner.path("/membership")).extract();
        boolean atRisk = membership.path("atRisk");
        assertThat(operators.stream().filter(term -> term.get("atRisk").equals(true)))
                .as("%s at %s", partner, fixture.now())
                .hasSize(atRisk ? 1 : 0)
                .allMatch(term -> term.get("id").equals(membership.path("subscriptionId")));
        assertThat(operators.stream().filter(term -> !term.containsKey("endedOn")))
                .as("terms of %s that run", partner)
                .hasSize(List.of("ACTIVE", "GRACE").contains(membership.<String>path("status")) ? 1 : 0);
        if (atRisk) {
            seen.add("at risk");
        }
    }

    private static List<Map<String, Object>> only(List<Map<String, Object>> terms) {
        return terms.stream()
                .map(term -> {
                    var kept = new LinkedHashMap<String, Object>();
                    OF_A_TERM.forEach(member -> kept.put(member, term.get(member)));
                    return (Map<String, Object>) kept;
                })
                .toList();
    }

    private List<Map<String, Object>> all() {
        var found = new ArrayList<Map<String, Object>>();
        for (var page = "/v1/subscriptions?size=200"; page != null; ) {
            var answer = fixture.get(page).statusCode(200).extract();
            found.addAll(answer.<List<Map<String, Object>>>path("items"));
            page = answer.path("links.next.uri");
        }
        return found;
    }
}
