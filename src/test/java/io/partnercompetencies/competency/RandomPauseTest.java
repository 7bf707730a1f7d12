package io.partnercompetencies.competency;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.Consistency;
import io.partnercompetencies.Json;
import io.partnercompetencies.LawsThatTurn;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Stored;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever partners have been through, two months without a pass leave the rows of many passes. Each history is lived
 * twice: the clock is set back, and new partners go through the same.
 */
@QuarkusTest
@TestProfile(LawsThatTurn.class)
class RandomPauseTest {

    private static final Instant START = Instant.parse("2026-12-02T09:30:00Z");
    private static final Duration PAUSE = Duration.ofDays(60);

    @Inject
    PartnerFixture fixture;

    @Inject
    SettableClock clock;

    private record Life(List<Partner> partners, List<Map<String, String>> rows, Map<Instant, List<Object>> answers) {}

    @AfterAll
    static void forget() {
        Sql.change("delete from exemption");
        Sql.change("delete from catalogue_release where number > (select min(number) from catalogue_release)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_121})
    void a_pause_leaves_no_trace(long seed) {
        var ranThrough = live(seed, Duration.ofHours(20));
        var paused = live(seed, PAUSE);
        for (int i = 0; i < ranThrough.rows().size(); i++) {
            for (var table : ranThrough.rows().get(i).entrySet()) {
                assertThat(paused.rows().get(i).get(table.getKey()))
                        .as("%s of partner %d", table.getKey(), i)
                        .isEqualTo(table.getValue());
            }
        }
        ranThrough
                .answers()
                .forEach((at, given) -> assertThat(asOf(paused.partners(), at))
                        .as("as of %s", at)
                        .isEqualTo(given));
    }

    private Life live(long seed, Duration rhythm) {
        Sql.change("delete from exemption");
        clock.set(START);
        var history = new RandomHistory(fixture, seed, 3);
        goesOn(history, 16);
        fixture.advance(Duration.ofDays(250));
        goesOn(history, 8);
        var end = fixture.now().plus(PAUSE);
        var answers = new TreeMap<Instant, List<Object>>();
        while (fixture.now().plus(rhythm).isBefore(end)) {
            fixture.advance(rhythm);
            answers.put(fixture.now(), now(history.partners()));
        }
        fixture.advance(Duration.between(fixture.now(), end));
        goesOn(history, 4);
        history.endExemptions();
        fixture.advance(Duration.ofSeconds(1));
        Consistency.check();
        history.partners().forEach(Consistency::checkSnapshot);
        return new Life(
                history.partners(), history.partners().stream().map(Stored::of).toList(), answers);
    }

    private static void goesOn(RandomHistory history, int times) {
        for (int i = 0; i < times; i++) {
            history.goesOn();
        }
    }

    private List<Object> now(List<Partner> partners) {
        var items = new ArrayList<>();
        partners.forEach(partner ->
                items.add(Json.of(fixture.get(partner.path("/competencies"))).path("items")));
        return items;
    }

    private static List<Object> asOf(List<Partner> partners, Instant at) {
        var items = new ArrayList<>();
        partners.forEach(partner -> items.add(Json.of(admin().queryParam("asOf", at.toString())
                        .get(partner.path("/competencies"))
                        .then()
                        .statusCode(200))
                .path("items")));
        return items;
    }
}
