package io.partnercompetencies.competency;

import static io.partnercompetencies.PartnerFixture.admin;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Employee;
import io.partnercompetencies.PartnerFixture.Partner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lives the lives of some partners that share employees' accounts: whatever may happen, happens. */
class RandomHistory {

    private static final List<String> EXAMS = List.of("70-347", "70-345", "70-347", "70-345", "70-346");
    private static final List<String> CERTIFICATIONS = List.of("mcse-productivity", "mcsa-office-365");

    private final PartnerFixture fixture;
    private final Random random;
    private final List<Partner> partners = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final List<Employee> employees = new ArrayList<>();
    private final Map<String, String> associations = new LinkedHashMap<>();
    private final List<Map<String, Object>> reports = new ArrayList<>();
    private final List<String> achievements = new ArrayList<>();
    private final List<String> overrides = new ArrayList<>();
    private final List<String> exemptions = new ArrayList<>();
    private final List<Runnable> events;

    RandomHistory(PartnerFixture fixture, long seed, int size) {
        this.fixture = fixture;
        this.random = new Random(seed);
        for (int i = 0; i < size; i++) {
            partners.add(fixture.partner(random.nextBoolean() ? "DEVELOPED" : "DEVELOPING"));
        }
        this.events = List.of(
                this::someoneJoins,
                this::someoneJoins,
                this::someoneLinks,
                this::someoneLinks,
                this::someoneUnlinks,
                this::someoneLeaves,
                this::someonePasses,
                this::someonePasses,
                this::someonePasses,
                this::someonePasses,
                this::someonePasses,
                this::someonePasses,
                this::anExpiryIsCorrected,
                this::anAchievementIsRevoked,
                this::figuresArrive,
                this::figuresArrive,
                this::theMarketChanges,
                this::aSubscriptionIsBought,
                this::aSubscriptionIsBought,
                this::anOverrideIsSet,
                this::anOverrideIsEnded,
                this::anExemptionIsDeclared,
                this::anExemptionIsEnded);
        for (int i = 0; i < 4 * size; i++) {
            someoneJoins();
            someonePasses();
            someonePasses();
            someonePasses();
        }
        aMembershipIsPutAtRisk();
    }

    /** What chance may leave out. */
    private void aMembershipIsPutAtRisk() {
        var members = fixture.silverMember(partners.get(0));
        for (var member : members) {
            employees.add(member);
            accounts.add(member.account());
        }
        fixture.leaves(members[0]);
    }

    List<Partner> partners() {
        return partners;
    }

    /** Something happens, time goes by, and the job runs. */
    void goesOn() {
        fixture.lapse(Duration.ofMinutes(1 + random.nextInt(1000)));
        for (int i = random.nextInt(4); i >= 0; i--) {
            fixture.lapse(Duration.ofSeconds(1 + random.nextInt(100)));
            events.get(random.nextInt(events.size())).run();
        }
        fixture.advance(random.nextBoolean() ? Duration.ofSeconds(1) : Duration.ofHours(1 + random.nextInt(500)));
    }

    private void someoneJoins() {
        var employee = fixture.employee(any(partners), PartnerFixture.newAccount());
        employees.add(employee);
        accounts.add(employee.account());
        link(employee, employee.account());
    }

    /** Often somebody else's account, which moves. */
    private void someoneLinks() {
        link(any(employees), any(accounts));
    }

    private void link(Employee employee, String account) {
        String id = fixture.link(employee, account, random.nextInt(6) == 0 ? "PARTNER_UNIVERSITY" : "LEARN")
                .extract()
                .path("id");
        if (id != null) {
            associations.put(id, employee.path("/microsoft-accounts/" + id));
        }
    }

    private void someoneUnlinks() {
        if (!associations.isEmpty()) {
            admin().delete(associations.remove(any(List.copyOf(associations.keySet()))));
        }
    }

    private void someoneLeaves() {
        fixture.leaves(any(employees));
    }

    private void someonePasses() {
        var report = new HashMap<String, Object>();
        var exam = random.nextInt(3) > 0;
        report.put("account", any(accounts));
        report.put("type", exam ? "EXAM" : "CERTIFICATION");
        report.put("credential", any(exam ? EXAMS : CERTIFICATIONS));
        report.put("achievedAt", before(Duration.ofDays(20)).toString());
        if (random.nextInt(4) == 0) {
            report.put("expiresAt", after(Duration.ofDays(200)).toString());
        }
        send(report);
    }

    private void send(Map<String, Object> report) {
        String id = fixture.report(report).extract().path("id");
        if (id != null) {
            reports.add(report);
            achievements.add(id);
        }
    }

    /** Earlier, later, into the past, or away. */
    private void anExpiryIsCorrected() {
        var corrected = new HashMap<>(any(reports));
        switch (random.nextInt(3)) {
            case 0 -> corrected.remove("expiresAt");
            case 1 -> corrected.put("expiresAt", after(Duration.ofDays(100)).toString());
            default -> corrected.put("expiresAt", before(Duration.ofDays(10)).toString());
        }
        send(corrected);
    }

    private void anAchievementIsRevoked() {
        fixture.revokes(any(achievements));
    }

    private void figuresArrive() {
        var customer = "fabrikam-" + random.nextInt(3);
        fixture.sends(any(partners), PartnerFixture.entitlements(customer, random.nextInt(2500), fixture.month()));
    }

    private void theMarketChanges() {
        admin().body(Map.of("market", random.nextBoolean() ? "DEVELOPED" : "DEVELOPING"))
                .patch(any(partners).path(""));
    }

    private void aSubscriptionIsBought() {
        fixture.buys(any(partners), random.nextInt(3) > 0 ? "SILVER" : "GOLD");
    }

    private void anOverrideIsSet() {
        var path = any(partners).path("/overrides");
        var competency = random.nextBoolean() ? "messaging" : "cloud-productivity";
        String id = admin().body(Map.of(
                        "competencyId",
                        competency,
                        "level",
                        random.nextBoolean() ? "SILVER" : "GOLD",
                        "reason",
                        "An exam is not recognised.",
                        "until",
                        after(Duration.ofDays(60)).toString()))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        overrides.add(path + "/" + id);
    }

    private void anOverrideIsEnded() {
        if (!overrides.isEmpty()) {
            admin().delete(any(overrides)).then().statusCode(204);
        }
    }

    /** Around the anniversaries of those who have bought lately. */
    private void anExemptionIsDeclared() {
        var today = LocalDate.ofInstant(fixture.now(), ZoneOffset.UTC);
        String id = admin().body(Map.of(
                        "anniversaryFrom", today.plusDays(random.nextInt(300)).toString(),
                        "anniversaryTo",
                                today.plusDays(300 + random.nextInt(100)).toString(),
                        "reason", "Test centres are closed."))
                .post("/v1/exemptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        exemptions.add("/v1/exemptions/" + id);
    }

    private void anExemptionIsEnded() {
        if (!exemptions.isEmpty()) {
            admin().delete(any(exemptions)).then().statusCode(204);
        }
    }

    /** They concern the partners of other tests, too. */
    void endExemptions() {
        fixture.lapse(Duration.ofSeconds(1));
        exemptions.forEach(one -> admin().delete(one).then().statusCode(204));
    }

    private Instant before(Duration most) {
        return fixture.now().minusSeconds(1 + random.nextInt((int) most.toSeconds()));
    }

    private Instant after(Duration most) {
        return fixture.now().plusSeconds(1 + random.nextInt((int) most.toSeconds()));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
