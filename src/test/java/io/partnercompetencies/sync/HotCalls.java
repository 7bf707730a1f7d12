package io.partnercompetencies.sync;

import static io.partnercompetencies.PartnerFixture.admin;

import io.partnercompetencies.Callers;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.SentStatements;
import io.partnercompetencies.SentStatements.Sent;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The calls that are made often, and the jobs that run often. */
@Singleton
class HotCalls {

    private final PartnerFixture fixture;
    private final Callers callers;
    private final SentStatements statements;
    private final SettableClock clock;
    private final ImportJob imports;
    private final AchievementImportJob reports;
    private final TidyJob tidy;
    private final SyncGauges gauges;
    private final WebhookJob webhooks;

    HotCalls(
            PartnerFixture fixture,
            Callers callers,
            SentStatements statements,
            SettableClock clock,
            ImportJob imports,
            AchievementImportJob reports,
            TidyJob tidy,
            SyncGauges gauges,
            WebhookJob webhooks) {
        this.fixture = fixture;
        this.callers = callers;
        this.statements = statements;
        this.clock = clock;
        this.imports = imports;
        this.reports = reports;
        this.tidy = tidy;
        this.gauges = gauges;
        this.webhooks = webhooks;
    }

    /** What the service has sent while each of them was made. */
    Map<String, List<Sent>> listen() {
        var contoso = fixture.partner();
        var fabrikam = fixture.partner();
        var employees = fixture.messagingSilver(contoso);
        var employee = callers.signedIn(contoso, "global-admin");
        var heard = new LinkedHashMap<String, List<Sent>>();
        var known = new LinkedHashMap<String, Runnable>();
        known.put("signing in", () -> employee.as().get("/v1/me").then().statusCode(200));
        known.put(
                "a wrong password",
                () -> new Callers.Caller(employee.userName(), "wrong", "", contoso)
                        .as()
                        .get("/v1/me")
                        .then()
                        .statusCode(401));
        for (var path : List.of(
                "",
                "/competencies",
                "/competencies/messaging",
                "/competencies/messaging?asOf=" + fixture.now().minus(Duration.ofHours(1)),
                "/eligibility",
                "/membership",
                "/alerts",
                "/alerts?state=OPEN",
                "/forecast",
                "/marketing-profile",
                "/users?size=2",
                "/users?size=2&q=ana",
                "/achievements?size=2",
                "/achievements?size=2&status=COUNTED",
                "/skills-report",
                "/subscriptions",
                "/performance",
                "/overrides",
                "/attestations",
                "/locations",
                "/audit-records?size=2",
                "/events?size=2",
                "/webhooks",
                "/users/" + employees[0].id(),
                "/users/" + employees[0].id() + "/achievements",
                "/users/" + employees[0].id() + "/microsoft-accounts")) {
            known.put("GET …" + path, () -> fixture.get(contoso.path(path)).statusCode(200));
        }
        for (var path : List.of(
                "/v1/organizations?size=2",
                "/v1/subscriptions?size=2",
                "/v1/subscriptions?size=2&status=ACTIVE",
                "/v1/achievements?account=" + employees[0].account(),
                "/v1/exemptions",
                "/v1/service-accounts")) {
            known.put("GET " + path, () -> fixture.get(path).statusCode(200));
        }
        known.put("events after one that was seen", () -> {
            String seen = fixture.get(contoso.path("/events?size=1")).extract().path("items[0].id");
            fixture.get(contoso.path("/events?after=" + seen)).statusCode(200);
        });
        known.put(
                "a second page",
                () -> fixture.get(fixture.get(contoso.path("/achievements?size=2"))
                                .extract()
                                .path("links.next.uri"))
                        .statusCode(200));
        known.put("a report", () -> fixture.passesNow(employees[0], "70-346"));
        known.put(
                "the same report again",
                () -> fixture.passes(employees[0].account(), "EXAM", "70-346", clock.instant())
                        .statusCode(200));
        known.put(
                "a batch",
                () -> admin().body(List.of(exam(employees[0], "74-343"), exam(employees[1], "74-343")))
                        .post("/v1/achievements/batch")
                        .then()
                        .statusCode(200));
        known.put(
                "a report with a key",
                () -> admin().header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(exam(employees[1], "70-348"))
                        .post("/v1/achievements")
                        .then()
                        .statusCode(201));
        known.put("revoking", () -> fixture.revokes(fixture.passesNow(employees[1], "70-346")));
        known.put(
                "a webhook",
                () -> admin().body(Map.of("url", "http://127.0.0.1:9/", "events", List.of("association.ended")))
                        .post(fabrikam.path("/webhooks"))
                        .then()
                        .statusCode(201));
        known.put("a new employee", () -> fixture.employee(fabrikam));
        known.put("an association", () -> fixture.linkedEmployee(fabrikam));
        known.put("an account that moves", () -> {
            fixture.lapse(Duration.ofDays(31));
            fixture.link(fixture.employee(fabrikam), employees[1].account(), "LEARN")
                    .statusCode(201);
        });
        known.put("somebody who leaves", () -> fixture.leaves(fixture.linkedEmployee(fabrikam)));
        known.put(
                "figures",
                () -> fixture.sends(fabrikam, PartnerFixture.entitlements("A", 3, fixture.month()))
                        .statusCode(200));
        known.put("a purchase", () -> {
            var bought = fixture.partner();
            fixture.silverMember(bought);
        });
        known.put(
                "a file of employees",
                () -> admin().contentType("text/csv")
                        .body("firstName,lastName,displayName,email,roles\nAna,Contoso,Ana," + UUID.randomUUID()
                                + "@contoso.example,\n")
                        .post(fabrikam.path("/user-imports"))
                        .then()
                        .statusCode(202));
        known.put("the job of imports", () -> await(() -> imports.runOnce(clock.instant())));
        known.put(
                "a file of achievements",
                () -> admin().contentType("text/csv")
                        .body("account,type,credential,achievedAt,expiresAt,source\n" + employees[0].account()
                                + ",EXAM,70-339," + clock.instant() + ",,\n")
                        .post("/v1/achievement-imports")
                        .then()
                        .statusCode(202));
        known.put("the job of their imports", () -> await(() -> reports.runOnce(clock.instant())));
        known.put("a pass", () -> fixture.advance(Duration.ofDays(1)));
        known.put("deliveries, all of which fail", () -> await(() -> webhooks.runOnce()));
        known.put("clearing away", () -> await(() -> tidy.runOnce(clock.instant())));
        known.put("the metrics", () -> await(() -> gauges.run()));
        known.forEach((what, call) -> heard.put(what, statements.during(() -> named(what, call))));
        return heard;
    }

    private Map<String, String> exam(PartnerFixture.Employee employee, String credential) {
        return Map.of(
                "account",
                employee.account(),
                "type",
                "EXAM",
                "credential",
                credential,
                "achievedAt",
                clock.instant().toString());
    }

    private static void named(String what, Runnable call) {
        try {
            call.run();
        } catch (AssertionError e) {
            throw new AssertionError(what, e);
        }
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError("The job failed", e);
        }
    }
}
