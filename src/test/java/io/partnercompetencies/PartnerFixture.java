package io.partnercompetencies;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnercompetencies.rules.SyncDelay;
import io.partnercompetencies.sync.SyncJob;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds partners over HTTP, as the programme's operator, and moves the time. */
@Singleton
public class PartnerFixture {

    public static final String ADMIN = "admin";
    public static final String PASSWORD = "of-the-tests";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final SettableClock clock;
    private final SyncJob sync;
    private final SyncDelay delay;

    PartnerFixture(SettableClock clock, SyncJob sync, SyncDelay delay) {
        this.clock = clock;
        this.sync = sync;
        this.delay = delay;
    }

    /** A company in the fixture's hands. */
    public record Partner(String id) {
        public String path(String below) {
            return "/v1/organizations/" + id + below;
        }
    }

    /** An employee with the address of the Microsoft account that is used for everything. */
    public record Employee(Partner partner, String id, String account) {
        public String path(String below) {
            return partner.path("/users/" + id + below);
        }
    }

    public static RequestSpecification admin() {
        return given().auth().preemptive().basic(ADMIN, PASSWORD).contentType("application/json");
    }

    public Partner partner() {
        return partner("DEVELOPED");
    }

    public Employee employee(Partner partner, String account) {
        return new Employee(partner, employee(partner).id(), account);
    }

    /** An address that nobody has used, be it in an earlier run of the service on this database. */
    public static String newAccount() {
        return "account-" + UUID.randomUUID() + "@outlook.example";
    }

    public Partner partner(String market) {
        var number = COUNT.incrementAndGet();
        var body = Map.of(
                "mpnId", "mpn-" + UUID.randomUUID(), "name", "Contoso " + number, "country", "ES", "market", market);
        return new Partner(id(admin().body(body).post("/v1/organizations").then()));
    }

    public Employee employee(Partner partner) {
        var name = "employee" + COUNT.incrementAndGet();
        var body = Map.of(
                "firstName", "Employee", "lastName", name, "displayName", name, "email", name + "@contoso.example");
        var id = id(admin().body(body).post(partner.path("/users")).then());
        return new Employee(partner, id, newAccount());
    }

    private static String id(ValidatableResponse created) {
        return Json.of(created.statusCode(201)).path("id").asText();
    }

    /** An employee whose account is associated for exams and certifications. */
    public Employee linkedEmployee(Partner partner) {
        var employee = employee(partner);
        link(employee, "LEARN").statusCode(201);
        return employee;
    }

    public ValidatableResponse link(Employee employee, String kind) {
        return link(employee, employee.account(), kind);
    }

    public ValidatableResponse link(Employee employee, String account, String kind) {
        return admin().body(Map.of("account", account, "kind", kind))
                .post(employee.path("/microsoft-accounts"))
                .then();
    }

    public ValidatableResponse passes(String account, String type, String credential, Instant achievedAt) {
        return admin().body(Map.of(
                        "account",
                        account,
                        "type",
                        type,
                        "credential",
                        credential,
                        "achievedAt",
                        achievedAt.toString()))
                .post("/v1/achievements")
                .then();
    }

    /** Both exams of Messaging, an hour ago. */
    public void passesMessaging(Employee employee) {
        var hourAgo = clock.instant().minus(Duration.ofHours(1));
        passes(employee.account(), "EXAM", "70-347", hourAgo).statusCode(201);
        passes(employee.account(), "EXAM", "70-345", hourAgo).statusCode(201);
    }

    /** A partner that meets Messaging SILVER with exactly two employees, counted. */
    public Employee[] messagingSilver(Partner partner) {
        var employees = new Employee[] {linkedEmployee(partner), linkedEmployee(partner)};
        for (var employee : employees) {
            passesMessaging(employee);
        }
        advance(delay.length());
        return employees;
    }

    public void leaves(Employee employee) {
        admin().delete(employee.path("")).then().statusCode(204);
    }

    /** Associates the account, and gives the id of the association. */
    public String association(Employee employee, String kind) {
        return id(link(employee, kind));
    }

    public ValidatableResponse unlink(Employee employee, String associationId) {
        return admin().delete(employee.path("/microsoft-accounts/" + associationId))
                .then();
    }

    /** Reports an exam that is earned at this moment. */
    public String passesNow(Employee employee, String credential) {
        return id(passes(employee.account(), "EXAM", credential, clock.instant()));
    }

    /** Reports both exams of Messaging with an end. */
    public void passesMessagingUntil(Employee employee, Instant expiresAt) {
        for (var exam : List.of("70-347", "70-345")) {
            report(Map.of(
                            "account", employee.account(),
                            "type", "EXAM",
                            "credential", exam,
                            "achievedAt", clock.instant().toString(),
                            "expiresAt", expiresAt.toString()))
                    .statusCode(201);
        }
    }

    public ValidatableResponse report(Map<String, ?> achievement) {
        return admin().body(achievement).post("/v1/achievements").then();
    }

    public void revokes(String achievementId) {
        admin().delete("/v1/achievements/" + achievementId).then().statusCode(204);
    }

    public ValidatableResponse buys(Partner partner, String level) {
        return admin().body(Map.of("level", level))
                .post(partner.path("/subscriptions"))
                .then();
    }

    /** A partner that holds Messaging SILVER with exactly two employees. */
    public Employee[] silverMember(Partner partner) {
        var employees = messagingSilver(partner);
        buys(partner, "SILVER").statusCode(201);
        return employees;
    }

    /** A partner that meets Messaging GOLD with exactly four employees, counted. */
    public Employee[] messagingGold(Partner partner) {
        var employees = new Employee[4];
        for (int i = 0; i < employees.length; i++) {
            employees[i] = linkedEmployee(partner);
            passesMessaging(employees[i]);
        }
        advance(delay.length());
        return employees;
    }

    /** Active entitlements of one customer for Exchange Online in the present month. */
    public static Map<String, Object> entitlements(String customer, Object value, String period) {
        var entitlements = new LinkedHashMap<String, Object>();
        entitlements.put("customerId", customer);
        entitlements.put("metric", "active-entitlements");
        entitlements.put("product", "exchange-online");
        entitlements.put("association", "delegated-admin");
        entitlements.put("period", period);
        entitlements.put("value", value);
        return entitlements;
    }

    public String month() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).toString();
    }

    public ValidatableResponse sends(Partner partner, Object... records) {
        return admin().body(Map.of("records", List.of(records)))
                .put(partner.path("/performance"))
                .then();
    }

    /** An employee who holds MCSA: Office 365, counted. */
    public Employee mcsaHolder(Partner partner) {
        var employee = linkedEmployee(partner);
        passes(employee.account(), "CERTIFICATION", "mcsa-office-365", clock.instant())
                .statusCode(201);
        advance(delay.length());
        return employee;
    }

    public String stage(Partner partner, String competency, String level) {
        return level(partner, competency, level).path("stage").textValue();
    }

    /** Whether the level is met now, whatever becomes of it. */
    public boolean met(Partner partner, String competency, String level) {
        return level(partner, competency, level).path("met").asBoolean();
    }

    private JsonNode level(Partner partner, String competency, String level) {
        for (var one : Json.of(get(partner.path("/competencies/" + competency)).statusCode(200))
                .path("levels")) {
            if (one.path("level").asText().equals(level)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    /** The statuses of an organisation's achievements, in the order of their reports. */
    public List<String> statuses(Partner partner) {
        var statuses = new ArrayList<String>();
        Json.of(get(partner.path("/achievements")).statusCode(200))
                .path("items")
                .forEach(item -> statuses.add(item.path("status").asText()));
        return statuses;
    }

    public ValidatableResponse openAlerts(Partner partner) {
        return get(partner.path("/alerts?state=OPEN")).statusCode(200);
    }

    public ValidatableResponse get(String path) {
        return admin().get(path).then();
    }

    /** Moves the time and runs the job. */
    public void advance(Duration by) {
        clock.advance(by);
        sync();
    }

    public int sync() {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> sync.runOnce(clock.instant()));
        } catch (Throwable e) {
            throw new AssertionError("The job failed", e);
        }
    }

    /** Moves the time and leaves the job alone. */
    public void lapse(Duration by) {
        clock.advance(by);
    }

    public Instant now() {
        return clock.instant();
    }
}
