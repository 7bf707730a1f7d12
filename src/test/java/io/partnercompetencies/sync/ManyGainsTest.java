package io.partnercompetencies.sync;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many achievements that come to count one by one are no reason to evaluate an organisation as often. */
@QuarkusTest
class ManyGainsTest {

    private static final int ACHIEVEMENTS = 50;

    @Inject
    PartnerFixture fixture;

    @Test
    void fifty_achievements_that_meet_one_level_are_two_evaluations() {
        fixture.sync();
        var partners = IntStream.range(0, 5).mapToObj(i -> partner()).toList();
        fixture.sync();
        var revisions = partners.stream().map(ManyGainsTest::revision).toList();

        fixture.advance(Duration.ofDays(2));
        for (int i = 0; i < partners.size(); i++) {
            assertThat(fixture.statuses(partners.get(i))).containsOnly("COUNTED");
            assertThat(fixture.stage(partners.get(i), "messaging", "SILVER")).isEqualTo("QUALIFIED");
            assertThat(revision(partners.get(i)) - revisions.get(i)).isEqualTo(2);
        }
    }

    /** Two employees with an exam every second; the 31st is the one by which the level is met. */
    private Partner partner() {
        var partner = fixture.partner();
        var ana = fixture.linkedEmployee(partner).account();
        var bo = fixture.linkedEmployee(partner).account();
        fixture.lapse(Duration.ofMinutes(2));
        var reports = new ArrayList<Map<String, String>>();
        for (int i = 0; i < ACHIEVEMENTS; i++) {
            reports.add(report(i % 2 == 0 ? ana : bo, i));
        }
        admin().body(reports).post("/v1/achievements/batch").then().statusCode(200);
        return partner;
    }

    private Map<String, String> report(String account, int second) {
        var exam = second < 2 ? "70-347" : second == 10 || second == 31 ? "70-345" : "70-346";
        return Map.of(
                "account",
                account,
                "type",
                "EXAM",
                "credential",
                exam,
                "achievedAt",
                fixture.now().minus(Duration.ofMinutes(1)).plusSeconds(second).toString());
    }

    private static long revision(Partner partner) {
        return Sql.number("select revision from standing where organization_id = ?", UUID.fromString(partner.id()));
    }
}
