package io.partnercompetencies.story;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.time.SettableClock;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;

/** Lives through a story: lets happen what it says, day by day, and compares what every address says then. */
final class Teller {

    private static final Duration BETWEEN_DEEDS = Duration.ofMinutes(1);

    private final PartnerFixture fixture;
    private final SettableClock clock;
    private final People people = new People();
    private final Map<String, Partner> companies = new HashMap<>();
    private final Map<String, String> exemptions = new HashMap<>();
    private Partner company;

    Teller(PartnerFixture fixture, SettableClock clock) {
        this.fixture = fixture;
        this.clock = clock;
    }

    void tell(Story story) {
        clock.set(story.story().get(0).at());
        company = found(story.company());
        var sayings = new Sayings(company, story.competencies(), people);
        var softly = new SoftAssertions();
        Map<String, Object> before = new LinkedHashMap<>();
        for (var chapter : story.story()) {
            liveUntil(chapter);
            for (var deed : chapter.happens()) {
                perform(deed);
                clock.advance(BETWEEN_DEEDS);
            }
            fixture.sync();
            before.putAll(chapter.then());
            var now = sayings.now();
            softly.assertThat(written(now))
                    .as("%s: %s", chapter.on(), chapter.what())
                    .isEqualTo(written(before));
            before = now;
        }
        softly.assertAll();
    }

    private static String written(Map<String, Object> sayings) {
        try {
            return Story.yaml().writeValueAsString(sayings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Meanwhile the jobs run in the night after the last chapter, and in the one before this; in between they stand still. */
    private void liveUntil(Story.Chapter chapter) {
        var lastDay = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (lastDay.isBefore(chapter.on())) {
            runJobsAfter(lastDay);
            runJobsAfter(chapter.on().minusDays(1));
        }
        clock.set(chapter.at());
    }

    private void runJobsAfter(LocalDate day) {
        clock.set(day.plusDays(1).atTime(0, 0, 30).toInstant(ZoneOffset.UTC));
        fixture.sync();
    }

    private void perform(Story.Deed deed) {
        int done = 0;
        done += act(deed.join(), names -> names.forEach(this::join));
        done += act(deed.pass(), this::pass);
        done += act(deed.leaves(), name -> fixture.leaves(people.named(name)));
        done += act(deed.moves(), this::move);
        done += act(deed.buys(), level -> buy(level).statusCode(201).body("level", is(level.name())));
        done += act(deed.renews(), level -> renew().statusCode(201).body("level", is(level.name())));
        done += act(deed.refused(), this::beRefused);
        done += act(deed.override(), this::override);
        done += act(deed.exempt(), this::exempt);
        done += act(deed.endsExemptionOf(), this::endExemption);
        done += act(deed.sends(), this::send);
        assertThat(done).as("one thing after the other: " + deed).isEqualTo(1);
    }

    private static <T> int act(T what, Consumer<T> act) {
        if (what == null) {
            return 0;
        }
        act.accept(what);
        return 1;
    }

    private Partner found(Story.Company told) {
        var body = Map.of(
                "mpnId", "mpn-" + UUID.randomUUID(), "name", told.name(), "country", "ES", "market", told.market());
        var partner = new Partner(admin().body(body)
                .post("/v1/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        companies.put(told.name(), partner);
        return partner;
    }

    private void join(String name) {
        var employee = fixture.linkedEmployee(company);
        fixture.link(employee, "PARTNER_UNIVERSITY").statusCode(201);
        people.add(name, employee);
    }

    private void pass(Story.Passed passed) {
        for (var name : passed.who()) {
            for (var credential : passed.credentials()) {
                var achievement = new LinkedHashMap<String, Object>();
                achievement.put("account", people.named(name).account());
                achievement.put("type", passed.type() == null ? "EXAM" : passed.type());
                achievement.put("credential", credential);
                achievement.put("achievedAt", clock.instant().toString());
                if (passed.until() != null) {
                    achievement.put("expiresAt", passed.until().plusDays(1) + "T00:00:00Z");
                }
                String id =
                        fixture.report(achievement).statusCode(201).extract().path("id");
                people.achieved(name, credential, id);
            }
        }
    }

    private void move(Story.Moved moved) {
        var to = companies.containsKey(moved.to())
                ? companies.get(moved.to())
                : found(new Story.Company(moved.to(), Market.DEVELOPED));
        Employee there = fixture.employee(to, people.named(moved.who()).account());
        fixture.link(there, "LEARN").statusCode(201);
    }

    private ValidatableResponse buy(Level level) {
        return fixture.buys(company, level.name());
    }

    private ValidatableResponse renew() {
        String newest = fixture.get(company.path("/membership")).extract().path("subscriptionId");
        return admin().post(company.path("/subscriptions/" + newest + "/renewal"))
                .then();
    }

    private void beRefused(Story.Refused refused) {
        var answer = refused.buying() != null ? buy(refused.buying()) : renew();
        answer.statusCode(409).body("code", is(refused.code()));
        if (refused.alternative() != null) {
            answer.body("alternative", is(refused.alternative().name()));
        }
    }

    private void override(Story.Overridden told) {
        admin().body(Map.of(
                        "competencyId", told.competency(),
                        "level", told.level(),
                        "reason", told.reason(),
                        "until", told.until() + "T00:00:00Z"))
                .post(company.path("/overrides"))
                .then()
                .statusCode(201);
    }

    private void exempt(Story.Exempted told) {
        exemptions.put(
                told.competency(),
                admin().body(Map.of(
                                "competencies", List.of(told.competency()),
                                "anniversaryFrom", told.anniversaryFrom().toString(),
                                "anniversaryTo", told.anniversaryTo().toString(),
                                "reason", told.reason()))
                        .post("/v1/exemptions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    private void endExemption(String competency) {
        admin().delete("/v1/exemptions/" + exemptions.get(competency)).then().statusCode(204);
    }

    private void send(Story.Sent sent) {
        fixture.sends(
                        company,
                        Map.of(
                                "customerId", "fabrikam",
                                "metric", sent.metric(),
                                "product", sent.product(),
                                "association", sent.association(),
                                "period", sent.period().toString(),
                                "value", sent.value()))
                .statusCode(200);
    }
}
